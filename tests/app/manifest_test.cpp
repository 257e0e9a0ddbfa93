#include "app/manifest.h"

#include <doctest/doctest.h>

using namespace rapporteur;

namespace {

ManifestPack pack(const std::string& date, const std::vector<HashedFile>& files, const std::string& input) {
    return {"Forum", "meeting", "1.0", date, {{"language", "en"}}, {input.substr(0, 16)}, files};
}

std::string json_with(const std::string& file) {
    return to_json({{}, {pack("2019-04-01", {hashed_file(file, "bytes")}, "")}});
}

}  // namespace

TEST_CASE("a manifest comes back as it was written") {
    const HashedFile paper = hashed_file("../papers/a.md", "a");
    const std::string json = to_json({{paper}, {pack("2019-04-01", {hashed_file("forum.pdf", "pdf")}, paper.sha256)}});
    const Result<Manifest> manifest = read_manifest(json, "manifest.json");
    REQUIRE(manifest.ok());
    CHECK(to_json(*manifest) == json);
    CHECK(manifest->packs[0].files[0].sha256 == "c35b21d6ca39aa7cc3b79a705d989f1a6e88b99ab43988d74048799e3db926a3");
}

TEST_CASE("names that lead out of the folder are refused, and so is what is no manifest") {
    for (const std::string name : {"../forum.pdf", "/etc/passwd", "a/../../b", "./a", "a//b", "", "a/.", ".."}) {
        CAPTURE(name);
        const Result<Manifest> manifest = read_manifest(json_with(name), "m.json");
        REQUIRE_FALSE(manifest.ok());
        CHECK(wording(manifest.error())
                  .find("m.json: the document is damaged: no manifest of packs: it names a file outside") == 0);
    }
    CHECK(read_manifest(json_with("fr/forum..pdf"), "m.json").ok());
    const std::string twice = to_json({{}, {pack("1", {hashed_file("a", ""), hashed_file("a", "")}, "")}});
    CHECK(wording(read_manifest(twice, "m").error()).find("twice: a") != std::string::npos);
    for (const std::string json : {"", "{", "[]", "null", "{\"format\":1}", "{\"format\":\"another\"}",
                                   "{\"format\":\"rapporteur manifest 1\",\"inputs\":{},\"packs\":[[]]}"}) {
        CAPTURE(json);
        CHECK_FALSE(read_manifest(json, "m.json").ok());
    }
    std::string negative = json_with("a");
    negative.replace(negative.find("\"bytes\": 5"), 10, "\"bytes\": -5");
    CHECK_FALSE(read_manifest(negative, "m.json").ok());
    CHECK_FALSE(read_manifest(std::string(1000000, '['), "m.json").ok());
    std::string no_hash = json_with("a");
    no_hash.replace(no_hash.find("\"sha256\": \"") + 11, 4, "ZZZZ");
    CHECK(wording(read_manifest(no_hash, "m.json").error()).find("not a SHA-256") != std::string::npos);
}

TEST_CASE("a run takes its files from earlier ones, keeps the rest, and forgets what is gone") {
    const HashedFile old_paper = hashed_file("../a.md", "old"), new_paper = hashed_file("../a.md", "new"),
                     other = hashed_file("../b.md", "other");
    Manifest manifest{{old_paper, other},
                      {pack("1", {hashed_file("forum.docx", "1"), hashed_file("forum.pdf", "1")}, old_paper.sha256),
                       pack("1", {hashed_file("gone.pdf", "1")}, other.sha256)}};
    const auto is_there = [](const std::string& file) { return file != "gone.pdf"; };
    add_run(manifest, {{new_paper}, {pack("2", {hashed_file("forum.pdf", "2")}, new_paper.sha256)}}, is_there);
    REQUIRE(manifest.packs.size() == 2);
    CHECK(manifest.packs[0].files[0].file == "forum.docx");
    CHECK(manifest.packs[0].date == "1");
    CHECK(manifest.packs[1].files[0].file == "forum.pdf");
    CHECK(manifest.packs[1].date == "2");
    CHECK(manifest.inputs.size() == 2);  // the old issue stays while a pack of it does
    add_run(manifest, {{new_paper}, {pack("3", {hashed_file("forum.docx", "3")}, new_paper.sha256)}}, is_there);
    CHECK(manifest.inputs.size() == 1);
    CHECK(manifest.packs.size() == 2);
}
