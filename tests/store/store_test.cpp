#include "store/store.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/scratch_folder.h"
#include "record_maker.h"
#include "store/sqlite.h"

using namespace rapporteur;
namespace fs = std::filesystem;

namespace {

std::unique_ptr<Store> opened(const std::string& path) {
    Result<OpenedStore> store = open_store(path);
    REQUIRE(store.ok());
    CHECK(store->notes.empty());
    return std::move(store->store);
}

/// A document that recommends `text` and nothing else.
HeldDocument paper(const std::string& id, const std::string& text, const std::string& language = "en") {
    HeldDocument out{id, "rules 1", {}, Document()};
    DocumentRecord face;
    face.id = id;
    face.symbol = "HB/" + id.substr(0, 2);
    face.language = language;
    out.records.documents.push_back(face);
    Recommendation recommendation = in_document<Recommendation>(id, id + "-1");
    recommendation.text = text;
    recommendation.sources.front().page = 7;
    recommendation.sources.front().paragraph = "12";
    out.records.recommendations.push_back(recommendation);
    out.document->text = text;
    return out;
}

std::string hash_of(const std::string& id) { return id + std::string(64 - id.size(), '0'); }

void put_paper(Store& store, const std::string& path, const HeldDocument& document) {
    REQUIRE_FALSE(store.put({{hash_of(document.id), ".md", "reading 1", {{"", document.id}}}}, {document}));
    auto files = store.files();
    REQUIRE(files.ok());
    files->push_back({path, hash_of(document.id), FileStamp{1, 2, 3, 4, 5}});
    REQUIRE_FALSE(store.set_files(*files, "2024-05-01"));
}

constexpr const char* first = "aaaaaaaaaaaaaaaa";
constexpr const char* second = "bbbbbbbbbbbbbbbb";

std::size_t found(Store& store, const std::string& words) {
    const auto statements = store.find(words, 10);
    REQUIRE(statements.ok());
    return statements->size();
}

bool any_file_holds(const std::string& folder, const std::string& words) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        std::ostringstream bytes;
        bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        if (bytes.str().find(words) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a store gives back what was put in, also when it is opened again") {
    const ScratchFolder folder;
    put_paper(*opened(folder / "s"), "papers/a.md", paper(first, "Ports should lower the costs of quays."));
    const auto store = opened(folder / "s");
    const auto files = store->files();
    REQUIRE(files.ok());
    REQUIRE(files->size() == 1);
    CHECK(files->front().path == "papers/a.md");
    CHECK(files->front().stamp == FileStamp{1, 2, 3, 4, 5});
    const auto content = store->content(hash_of(first));
    REQUIRE(content.ok());
    REQUIRE(content->has_value());
    CHECK((*content)->ending == ".md");
    CHECK((*content)->reading == "reading 1");
    CHECK((*content)->parts.size() == 1);
    CHECK(*store->rules_of(first) == "rules 1");
    CHECK(store->records(first)->recommendations.front().text == "Ports should lower the costs of quays.");
    CHECK(store->document(first)->value().text == "Ports should lower the costs of quays.");
    CHECK(store->integrity().value().empty());
}

TEST_CASE("statements are found by their words in any form, phrases in their order, in any language") {
    const ScratchFolder folder;
    const auto store = opened(folder / "s");
    put_paper(*store, "a.md", paper(first, "Ports should lower the costs of mooring at their quays."));
    put_paper(*store, "b.md", paper(second, "Les ports devraient réduire le coût des amarrages.", "fr"));
    CHECK(found(*store, "cost quay") == 1);
    CHECK(found(*store, "\"costs of mooring\"") == 1);
    CHECK(found(*store, "\"mooring costs\"") == 0);
    CHECK(found(*store, "reduire amarrage") == 1);
    CHECK(found(*store, "port") == 2);
    CHECK(found(*store, "lighthouse") == 0);
    CHECK(found(*store, "  ") == 0);
    CHECK(found(*store, "NEAR( * ^ \" AND OR -") == 0);
    const FoundStatement one = store->find("mooring", 10)->front();
    CHECK(one.kind == "recommendation");
    CHECK(one.document.files == std::vector<std::string>{"a.md"});
    CHECK(one.page == 7);
    CHECK(one.paragraph == "12");
}

TEST_CASE("text without spaces between words is found by its characters in order") {
    const ScratchFolder folder;
    const auto store = opened(folder / "s");
    put_paper(*store, "a.md", paper(first, "各国应降低汇款费用。", "zh"));
    CHECK(found(*store, "汇款费用") == 1);
    CHECK(found(*store, "费汇") == 0);
}

TEST_CASE("files that are gone are retired: not found, but known again when they come back; forgotten after a month") {
    const ScratchFolder folder;
    const auto store = opened(folder / "s");
    put_paper(*store, "a.md", paper(first, "Ports should lower costs."));
    REQUIRE_FALSE(store->set_files({}, "2024-05-02"));
    CHECK(store->files()->empty());
    CHECK(found(*store, "costs") == 0);
    CHECK(store->content(hash_of(first))->has_value());
    REQUIRE_FALSE(store->set_files({{"moved/a.md", hash_of(first), std::nullopt}}, "2024-05-20"));
    CHECK(found(*store, "costs") == 1);
    REQUIRE_FALSE(store->set_files({}, "2024-05-21"));
    REQUIRE_FALSE(store->set_files({}, "2024-07-01"));
    CHECK_FALSE(store->content(hash_of(first))->has_value());
    CHECK(store->rules_of(first)->empty());
}

TEST_CASE("a document that is purged leaves no byte in the store's files") {
    const ScratchFolder folder;
    const auto store = opened(folder / "s");
    put_paper(*store, "confidential-quarrel.md", paper(first, "Zanzibar should withdraw from the lighthouse pact."));
    put_paper(*store, "b.md", paper(second, "Ports should lower costs."));
    REQUIRE(any_file_holds(folder.path(), "Zanzibar"));
    for (const std::string name : {"aaaaaa", "confidential-quarrel.md", "HB/aa", "hb/AA"}) {
        INFO(name);
        CHECK(store->documents_named(name)->size() == 1);
    }
    CHECK(store->documents_named("aaaaa")->empty());
    REQUIRE_FALSE(store->purge(first));
    for (const std::string trace : {"Zanzibar", "zanzibar", "lighthous", "confidential-quarrel", first}) {
        INFO(trace);
        CHECK_FALSE(any_file_holds(folder.path(), trace));
    }
    CHECK(found(*store, "costs") == 1);
    CHECK(store->integrity().value().empty());
}

TEST_CASE("a damaged store is set aside under a name that says so, and another is begun") {
    const ScratchFolder folder;
    put_paper(*opened(folder / "s"), "a.md", paper(first, std::string(60000, 'x')));
    SUBCASE("a file that is no database") { std::ofstream(folder / "s", std::ios::trunc) << "not a database at all"; }
    SUBCASE("a database with pages of rubbish") {
        std::fstream file(folder / "s", std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(4096);
        file << std::string(30000, '\xA5');
    }
    const Result<OpenedStore> store = open_store(folder / "s");
    REQUIRE(store.ok());
    REQUIRE(store->notes.size() == 1);
    CHECK(store->notes.front().code == Code::store_set_aside);
    CHECK(fs::exists(folder / "s.damaged-1"));
    CHECK(store->store->files()->empty());
    CHECK(store->store->integrity().value().empty());
}

TEST_CASE("a store of a newer program and a database of another one are refused and left as they are") {
    const ScratchFolder folder;
    opened(folder / "newer");
    Database(folder / "newer").run("PRAGMA user_version = 4711");
    const Result<OpenedStore> newer = open_store(folder / "newer");
    REQUIRE_FALSE(newer.ok());
    CHECK(newer.error().code == Code::store_too_new);
    Database(folder / "other").run("CREATE TABLE recipe(name TEXT)");
    const Result<OpenedStore> other = open_store(folder / "other");
    REQUIRE_FALSE(other.ok());
    CHECK(other.error().code == Code::store_unusable);
    CHECK(Database(folder / "other").number("SELECT count(*) FROM recipe") == 0);
    CHECK_FALSE(open_store(folder / "no/such/folder/s").ok());
}
