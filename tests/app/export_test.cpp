#include <algorithm>

#include "app/pack_contents.h"
#include "model/record_json.h"

using namespace rapporteur;
namespace fs = std::filesystem;

namespace {

const std::string inputs = std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/app/input";

std::vector<std::string> build_arguments(const ScratchFolder& folder, std::vector<std::string> more) {
    more.insert(more.begin(), {"build", folder / "papers", "--out", folder / "packs", "--as-of", "2015-02-01",
                               "--format", "docx", "--only", "Harbour Meeting"});
    return more;
}

/// A folder with packs and all that stands beside them.
struct Built {
    ScratchFolder folder;
    explicit Built(const std::vector<std::string>& more = {"--export", "records,csv,ics,csv"}) {
        fs::copy(inputs, folder / "papers");
        REQUIRE(run_program(build_arguments(folder, more)).status == 0);
    }

    Ended verify(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"verify", folder / "packs"});
        return run_program(more);
    }

    /// The pack's file of that ending.
    std::string path(const std::string& ending) const {
        for (const auto& [name, bytes] : files_of(folder / "packs"))
            if (name.ends_with(ending)) return folder / "packs/" + name;
        return "";
    }
};

}  // namespace

TEST_CASE("--export writes records, table and calendar beside the pack, the same bytes at every run") {
    const Built first, second;
    const auto files = files_of(first.folder / "packs");
    CHECK(files.size() == 5);
    CHECK(files == files_of(second.folder / "packs"));
    const std::string table = content_of(first.path(".csv"));
    CHECK(table.starts_with(
        "\xEF\xBB\xBFnumber,lead_in,text,strength,word,addressees,proposer,deadline,status,themes,source,"
        "paragraph,page,document,record\r\n"));
    CHECK(content_of(first.path(".ics")).starts_with("BEGIN:VCALENDAR\r\n"));
    const auto records = records_from_jsonl(content_of(first.path(".records.jsonl")), "records");
    REQUIRE(records.ok());
    CHECK(std::count(table.begin(), table.end(), '\n') > 1);
    CHECK(records->recommendations.size() >=
          static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')) - 1);
    CHECK(first.path(".csv").find("fourth-harbour-meeting") != std::string::npos);
}

TEST_CASE("exports in the clear beside packs that are locked are wrong usage") {
    const ScratchFolder folder;
    put(folder / "key", "harbour\n");
    const Ended ended = run_program({"build", inputs, "--out", folder / "packs", "--format", "pdf", "--encrypt-with",
                                     folder / "key", "--export", "csv"});
    CHECK(ended.status == 64);
    CHECK(run_program({"build", inputs, "--export", "xlsx"}).status == 64);
}

TEST_CASE("verify is content with what was written, in any place to which all of it was moved") {
    const Built built;
    const Ended whole = built.verify({"--inputs"});
    CHECK(whole.status == 0);
    CHECK(whole.err == "");
    CHECK(whole.out.find(": 4 files as written\n") != std::string::npos);
    CHECK(built.verify({"--json"}).out.find("{\"kind\":\"verified\",") == 0);
    const ScratchFolder elsewhere;
    fs::copy(built.folder.path(), elsewhere / "moved", fs::copy_options::recursive);
    CHECK(run_program({"verify", elsewhere / "moved/packs", "--inputs"}).status == 0);
}

TEST_CASE("verify tells what is changed, missing and extra") {
    const Built built;
    put(built.path(".csv"), "number\r\n");
    fs::remove(built.path(".ics"));
    put(built.folder / "packs/old/another.pdf", "%PDF-");
    put(built.folder / "packs/.left-over", "");
    const Ended ended = built.verify();
    CHECK(ended.status == 2);
    CHECK(ended.out == "");
    CHECK(ended.err.find(".csv: has changed since it was written\n") != std::string::npos);
    CHECK(ended.err.find(".ics: is missing\n") != std::string::npos);
    CHECK(ended.err.find("packs/old/another.pdf: is extra: the manifest does not name it\n") != std::string::npos);
    CHECK(std::count(ended.err.begin(), ended.err.end(), '\n') == 3);
    CHECK(built.verify({"--json"}).err.find("\"code\":\"output-changed\"") != std::string::npos);
}

TEST_CASE("documents are compared only when that is asked for") {
    const Built built;
    put(built.folder / "papers/minutes.md", "# Other minutes\n");
    fs::remove(built.folder / "papers/letter.txt");
    CHECK(built.verify().status == 0);
    const Ended ended = built.verify({"--inputs"});
    CHECK(ended.status == 2);
    CHECK(ended.err.find("minutes.md: has changed since packs were made from it\n") != std::string::npos);
    CHECK(ended.err.find("letter.txt: is missing: packs were made from it\n") != std::string::npos);
}

TEST_CASE("what lies in an archive is not compared, and that is said") {
    const ScratchFolder folder;
    const auto zip = write_zip({{"minutes.md", content_of(inputs + "/minutes.md")}});
    REQUIRE(zip.ok());
    put(folder / "papers/box.zip", *zip);
    REQUIRE(run_program(build_arguments(folder, {})).status == 0);
    const Ended ended = run_program({"verify", folder / "packs", "--inputs"});
    CHECK(ended.status == 0);
    CHECK(ended.err.find("box.zip/minutes.md: lies inside another file and was not compared") != std::string::npos);
}

TEST_CASE("a later run into the folder keeps what is still there and renews the rest") {
    const Built built;
    REQUIRE(run_program(build_arguments(built.folder, {"--export", "csv", "--prepared-for", "the pilots"})).status ==
            0);
    CHECK(built.verify().status == 0);
    const std::string manifest = content_of(built.folder / "packs/manifest.json");
    CHECK(manifest.find("\"prepared-for\": \"the pilots\"") != std::string::npos);
    CHECK(manifest.find(".records.jsonl\"") != std::string::npos);
    fs::remove(built.path(".records.jsonl"));
    REQUIRE(run_program(build_arguments(built.folder, {})).status == 0);
    CHECK(built.verify().status == 0);
}

TEST_CASE("a manifest of somebody else's is refused: by verify, and by a build before it reads or writes anything") {
    const Built built;
    const auto before = files_of(built.folder / "packs");
    for (const std::string& manifest : {std::string("{\"name\":\"A web page\"}"), std::string("no JSON"),
                                        std::string("{\"format\":\"rapporteur manifest 1\",\"inputs\":[],\"packs\":[{"
                                                    "\"title\":\"\",\"by\":\"\",\"program\":\"\",\"date\":\"\","
                                                    "\"options\":{},\"inputs\":[],\"files\":[{\"file\":\"../key\","
                                                    "\"bytes\":0,\"sha256\":\"") +
                                            std::string(64, '0') + "\"}]}]}"}) {
        CAPTURE(manifest);
        put(built.folder / "packs/manifest.json", manifest);
        const Ended ended = built.verify();
        CHECK(ended.status == 2);
        CHECK(ended.err.find("manifest.json: the document is damaged: no manifest of packs: ") != std::string::npos);
        CHECK(run_program(build_arguments(built.folder, {"--prepared-for", "nobody"})).status == 2);
        CHECK(content_of(built.folder / "packs/manifest.json") == manifest);
        CHECK(content_of(built.path(".docx")) == before.at(fs::path(built.path(".docx")).filename().string()));
    }
    fs::remove(built.folder / "packs/manifest.json");
    CHECK(built.verify().err.find("manifest.json: no such file or folder") != std::string::npos);
    CHECK(built.verify().status == 2);
}
