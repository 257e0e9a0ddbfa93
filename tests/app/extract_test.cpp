#include <doctest/doctest.h>

#include <algorithm>
#include <iostream>

#include "app/program.h"
#include "model/record_json.h"
#include "support/text.h"

using namespace rapporteur;
namespace fs = std::filesystem;

namespace {

const std::string inputs = std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/app/input";

Records records_of(const std::string& jsonl) {
    Result<Records> records = records_from_jsonl(jsonl, "standard output");
    REQUIRE(records.ok());
    return std::move(*records);
}

const DocumentRecord* document_named(const Records& records, const std::string& file) {
    for (const DocumentRecord& document : records.documents) {
        if (document.file == file) return &document;
    }
    return nullptr;
}

void check_offsets(const std::string& file) {
    INFO(file);
    const std::string text = run_program({"inspect", file, "--text"}).out;
    const CodePointIndex index(text);
    const std::size_t size = count_code_points(text);
    std::size_t quoted = 0;
    const Records records = records_of(run_program({"inspect", file, "--records"}).out);
    for_each_record(records, [&](const char*, const auto& record) {
        std::string slices;
        for (const Source& source : record.sources) {
            CHECK(source.start <= source.end);
            REQUIRE(source.end <= size);
            const std::size_t begin = index.byte_of(source.start);
            slices += (slices.empty() ? "" : " ") + text.substr(begin, index.byte_of(source.end) - begin);
        }
        if constexpr (requires {
                          record.text;
                          record.themes;
                      }) {
            CHECK(slices == record.text);
            ++quoted;
        }
    });
    CHECK(quoted > 0);
}

}  // namespace

TEST_CASE("every quoted text stands word for word at its offsets in the healed text") {
    for (const auto& entry : fs::directory_iterator(inputs)) check_offsets(entry.path().string());
    const fs::path seeds = fs::path(RAPPORTEUR_SOURCE_DIR) / "../shared/seeds";
    if (!fs::exists(seeds)) {
        std::cout << "no real documents at hand: their offsets are not checked\n";
        return;
    }
    for (const auto& entry : fs::directory_iterator(seeds)) check_offsets(entry.path().string());
}

TEST_CASE("extract writes the records of all documents, the same bytes each time and for any number of workers") {
    const Ended once = run_program({"extract", inputs, "--jobs", "1"}),
                again = run_program({"extract", inputs, "--jobs", "3"});
    CHECK(once.status == 0);
    CHECK(once.out == again.out);
    CHECK(once.err == again.err);
    const ScratchFolder folder;
    CHECK(run_program({"extract", inputs, "-o", folder / "r.jsonl"}).status == 0);
    CHECK(content_of(folder / "r.jsonl") == once.out);
    CHECK(records_of(once.out).documents.size() == 2);
}

TEST_CASE("the same bytes at two paths are one document") {
    const ScratchFolder folder;
    fs::copy_file(inputs + "/letter.txt", folder / "b.txt");
    fs::copy_file(inputs + "/letter.txt", folder / "a.txt");
    const Records records = records_of(run_program({"extract", folder.path()}).out);
    REQUIRE(records.documents.size() == 1);
    CHECK(records.documents[0].file == folder / "a.txt");
    CHECK(records.documents[0].also == std::vector<std::string>{folder / "b.txt"});
}

TEST_CASE("of good and bad inputs the good are read and the bad are told, each with its file") {
    const ScratchFolder folder;
    fs::copy_file(inputs + "/letter.txt", folder / "good.txt");
    put(folder / "picture.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
    put(folder / "broken.pdf", "%PDF-1.7\nnothing of the kind");
    fs::create_symlink("loop", folder / "loop.txt");
    const Ended ended = run_program({"extract", folder.path(), folder / "none.txt"});
    CHECK(ended.status == 2);
    const Records records = records_of(ended.out);
    REQUIRE(document_named(records, folder / "good.txt") != nullptr);
    CHECK(document_named(records, folder / "good.txt")->status != DocumentStatus::failed);
    for (const char* bad : {"picture.png", "broken.pdf"}) {
        INFO(bad);
        CHECK(ended.err.find("error: " + (folder / bad) + ": ") != std::string::npos);
        const DocumentRecord* document = document_named(records, folder / bad);
        REQUIRE(document != nullptr);
        CHECK(document->status == DocumentStatus::failed);
        CHECK(document->warnings.size() == 1);
    }
    CHECK(ended.err.find("error: " + (folder / "none.txt") + ": no such file or folder") != std::string::npos);
    CHECK(ended.err.find("error: " + (folder / "loop.txt") + ": cannot be read") != std::string::npos);
}

TEST_CASE("an empty folder is an error of its own") {
    const ScratchFolder folder;
    const Ended ended = run_program({"extract", folder.path()});
    CHECK(ended.status == 2);
    CHECK(ended.err == "error: " + folder.path() + ": the folder holds no documents\n");
}

TEST_CASE("an output that cannot be written is an error, and nothing is left half-written") {
    const ScratchFolder folder;
    put(folder / "file", "x");
    const Ended ended = run_program({"extract", inputs, "-o", folder / "file/r.jsonl"});
    CHECK(ended.status == 2);
    CHECK(ended.err.find("error: " + (folder / "file/r.jsonl") + ": cannot be written: ") != std::string::npos);
}

TEST_CASE("rules or themes that are wrong end with 65 before any document is read") {
    const ScratchFolder folder;
    put(folder / "rules/en/recommendation.xml", "<rules language=\"en\"><rule");
    const Ended rules = run_program({"extract", inputs, "--data", folder.path()});
    CHECK(rules.status == 65);
    CHECK(rules.out == "");
    CHECK(rules.err.find("recommendation.xml:1: ") != std::string::npos);
    CHECK(run_program({"extract", inputs, "--themes", folder / "none.xml"}).status == 65);
    CHECK(run_program({"extract", inputs, "--data", folder / "none"}).status == 65);
}

TEST_CASE("merge takes what extract wrote; inspect and list-rules print") {
    const ScratchFolder folder;
    REQUIRE(run_program({"extract", inputs + "/letter.txt", "-o", folder / "1.jsonl"}).status == 0);
    REQUIRE(run_program({"extract", inputs + "/minutes.md", "-o", folder / "2.jsonl"}).status == 0);
    const Ended forth = run_program({"merge", folder / "1.jsonl", folder / "2.jsonl"});
    const Ended back = run_program({"merge", folder / "2.jsonl", folder / "1.jsonl", folder / "2.jsonl"});
    CHECK(forth.status == 0);
    CHECK(forth.out == back.out);
    CHECK(forth.out.find("\"cluster\":") != std::string::npos);
    put(folder / "bad.jsonl", "{\"kind\":");
    const Ended bad = run_program({"merge", folder / "bad.jsonl", folder / "1.jsonl"});
    CHECK(bad.status == 2);
    CHECK(bad.err.find("bad.jsonl:1: ") != std::string::npos);
    CHECK(bad.out.find("\"cluster\":") != std::string::npos);
    CHECK(run_program({"inspect", inputs + "/minutes.md"}).out.find("Safety of pilots") != std::string::npos);
    CHECK(run_program({"inspect", inputs + "/minutes.md", "--explain"}).out.find("matches recommendation.") !=
          std::string::npos);
    const Ended listed = run_program({"list-rules"});
    CHECK(listed.out.find("(cue, ") != std::string::npos);
    CHECK(listed.out.find("\nconfidence\n  ") != std::string::npos);
    const Ended counted = run_program({"list-rules", "--count"});
    CHECK(counted.out.find("\nen recommendation\t") != std::string::npos);
    CHECK(counted.out.find("\nfr outcome\t") != std::string::npos);
    CHECK(counted.out.find("\nall\t") != std::string::npos);
    CHECK(counted.out.find("(cue, ") == std::string::npos);
    CHECK(run_program({"inspect", folder / "none.txt"}).status == 2);
}

TEST_CASE("a page that ends the worker is left out and told; the other pages are read") {
    const auto stream = [](int number, const std::string& entries, const std::string& content) {
        return std::to_string(number) + " 0 obj<<" + entries + "/Length " + std::to_string(content.size()) +
               ">>stream\n" + content + "\nendstream endobj\n";
    };
    const auto page = [&](int number, const std::string& content) {
        return std::to_string(number) + " 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents " +
               std::to_string(number + 1) + " 0 R/Resources<</Font<</F 9 0 R>>/XObject<</X 10 0 R>>>>>>endobj\n" +
               stream(number + 1, "", content);
    };
    const auto words = [](const std::string& text) { return "BT /F 12 Tf 20 200 Td (" + text + ") Tj ET"; };
    // Each form draws the next thirty times: the second page would take hours.
    std::string forms, thirty;
    for (int i = 0; i < 30; ++i) thirty += "/X Do ";
    for (int i = 10; i < 18; ++i) {
        forms += stream(
            i, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X " + std::to_string(i + 1) + " 0 R>>>>",
            thirty);
    }
    const ScratchFolder folder;
    put(folder / "paper.pdf",
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 5 0 R 7 0 R]/Count "
        "3>>endobj\n" +
            page(3, words("1. The Council should act on the costs of transfers.")) + page(5, "/X Do") +
            page(7, words("2. The Board should act on the costs of post offices.")) +
            "9 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n" + forms +
            stream(18, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 0 m") +
            "trailer<</Root 1 0 R/Size 19>>\n%%EOF\n");
    const Ended ended = run_program({"extract", folder / "paper.pdf", "--time-limit", "3"});
    const Records records = records_of(ended.out);
    REQUIRE(records.documents.size() == 1);
    CHECK(records.documents[0].status == DocumentStatus::partial);
    REQUIRE(records.recommendations.size() == 2);
    CHECK(records.recommendations[1].text == "The Board should act on the costs of post offices.");
    REQUIRE(!records.documents[0].warnings.empty());
    CHECK(records.documents[0].warnings[0].code == Code::page_damaged);
    CHECK(records.documents[0].warnings[0].place.page == 2);
}
