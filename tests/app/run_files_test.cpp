#include <doctest/doctest.h>

#include "app/project_house.h"
#include "writers/picture_maker.h"

using namespace rapporteur;
namespace fs = std::filesystem;

// What a run writes besides packs, and what of the project's files makes new editions.
namespace {

constexpr const char* project = R"([project]
out = "packs"
[[source]]
path = "papers"
[[pack]]
name = "all"
formats = "docx"
)";

const std::string stem = "packs/fourth-consultation-on-remittances-and-rural-development";

Ended verify(const ProjectHouse& house) { return run_program({"verify", house / "packs", "--inputs"}); }

void add_to_project(const ProjectHouse& house, const std::string& lines) {
    put(house / "rapporteur.toml", content_of(house / "rapporteur.toml") + lines);
}

std::string edition_in(const Ended& ended) {
    const std::size_t at = ended.out.find("(edition ");
    return at == ended.out.npos ? "" : ended.out.substr(at + 9, 1);
}

}  // namespace

TEST_CASE("a run writes exports and a manifest that verify finds true") {
    const ProjectHouse house(std::string(project) + "exports = [\"records\", \"csv\", \"ics\", \"csv\"]\n");
    house.add_sample("meeting-page.txt");
    house.add_sample("council-paper.md");
    const Ended first = house.run("2025-02-21T12:00:00Z");
    CHECK_MESSAGE(first.status == 0, first.err);
    for (const char* ending : {".docx", ".records.jsonl", ".csv", ".ics"})
        CHECK_MESSAGE(fs::exists(house / (stem + ending)), ending);
    CHECK(verify(house).status == 0);
    const std::string manifest = content_of(house / "packs/manifest.json");
    CHECK(manifest.find("../papers/council-paper.md") != manifest.npos);
    house.add_sample("meeting-report.txt");
    CHECK(house.run("2025-02-22T12:00:00Z").status == 0);
    CHECK(verify(house).status == 0);
    CHECK(content_of(house / "packs/manifest.json") != manifest);
}

TEST_CASE(
    "a manifest that an interrupted run left behind its packs, or that is damaged, is made good by the next run") {
    const ProjectHouse house(project);
    house.add_sample("meeting-page.txt");
    CHECK(house.run("2025-02-21T12:00:00Z").status == 0);
    const std::string manifest = content_of(house / "packs/manifest.json");
    fs::remove(house / "packs/manifest.json");
    const Ended next = house.run("2025-02-22T12:00:00Z");
    CHECK(next.status == 0);
    CHECK(next.out.empty());
    CHECK(content_of(house / "packs/manifest.json") == manifest);
    put(house / "packs/manifest.json", "{\"format\": ");
    const Ended damaged = house.run("2025-02-23T12:00:00Z");
    CHECK(damaged.err.find("manifest.json: ") != damaged.err.npos);
    CHECK(content_of(house / "packs/manifest.json") == manifest);
}

TEST_CASE("the project is the same from wherever it is run and however its file is named") {
    const ProjectHouse house(project);
    house.add_sample("meeting-page.txt");
    CHECK(house.run("2025-02-21T12:00:00Z").status == 0);
    const std::string other = house / "papers/../rapporteur.toml";
    const Ended again = run_program({"run", other});
    CHECK(again.status == 0);
    CHECK(again.out.empty());
    CHECK_MESSAGE(again.err.find("0 documents read, 1 unchanged") != again.err.npos, again.err);
    CHECK(again.err.find("gone") == again.err.npos);
}

TEST_CASE("a logo, a house document or an export that is new makes new editions; what is as before does not") {
    const ProjectHouse house(project);
    house.add_sample("meeting-page.txt");
    const auto run = [&] { return edition_in(house.run("2025-02-21T12:00:00Z")); };
    CHECK(run() == "1");
    put(house / "crest.png", png_of(90, 30, true));
    add_to_project(house, "logo = \"crest.png\"\nlogo_alt = \"Crest of the Board\"\n");
    CHECK(run() == "2");
    CHECK(run().empty());
    put(house / "crest.png", png_of(60, 30, true));
    CHECK(run() == "3");
    fs::copy_file(house / (stem + ".docx"), house / "house.docx");
    add_to_project(house, "reference = \"house.docx\"\n");
    CHECK(run() == "4");
    CHECK(run().empty());
    add_to_project(house, "exports = \"csv\"\n");
    CHECK(run() == "5");
    CHECK(run().empty());
    CHECK(verify(house).status == 0);
}

TEST_CASE("packs of a project can be locked; what would lie open beside them is refused at its place") {
    const ProjectHouse house(std::string(project) + "encrypt_with = \"password\"\n");
    house.add_sample("meeting-page.txt");
    const Ended open = house.run("2025-02-21T12:00:00Z");
    CHECK(open.status == 65);
    CHECK_MESSAGE(open.err.find("rapporteur.toml:8:16: ") != open.err.npos, open.err);
    put(house / "rapporteur.toml",
        ProjectHouse::reworded(content_of(house / "rapporteur.toml"), "\"docx\"", "\"pdf\""));
    CHECK(house.run("2025-02-21T12:00:00Z").status != 0);
    put(house / "password", "a word that nobody guesses\n");
    const Ended locked = house.run("2025-02-21T12:00:00Z");
    CHECK_MESSAGE(locked.status == 0, locked.err);
    CHECK(content_of(house / (stem + ".pdf")).find("/Encrypt") != std::string::npos);
    CHECK(house.run("2025-02-21T12:00:00Z").out.empty());
}

TEST_CASE("where not even the lock can be had, the command for failures is run all the same") {
    const ProjectHouse house(
        "[project]\nstore = \"no/such/folder/s\"\non_failure = [\"/bin/sh\", \"-c\", \"echo $RAPPORTEUR_STATUS > "
        "failed\"]\n" +
        std::string(project).substr(std::string(project).find("[[source]]")));
    fs::create_directories(house / "papers");
    CHECK(house.run("2025-02-21T12:00:00Z").status == 2);
    CHECK(content_of(house / "failed") == "2\n");
}

TEST_CASE("a build keeps what somebody wrote into the packs that it replaces") {
    const ProjectHouse house(project);
    house.add_sample("meeting-page.txt");
    const auto build = [&](const std::string& day) {
        return run_program({"build", house / "papers", "--out", house / "packs", "--format", "docx", "--as-of", day});
    };
    CHECK(build("2025-02-21").status == 0);
    const std::string pack = house / (stem + ".docx");
    put(pack, content_of(pack) + "by hand");
    CHECK(build("2025-02-22").err.find("edited.docx") != std::string::npos);
    CHECK(content_of(house / (stem + ".edited.docx")).ends_with("by hand"));
    put(pack, content_of(pack) + "by another hand");
    CHECK(build("2025-02-23").status == 0);
    CHECK(content_of(house / (stem + ".edited.docx")).ends_with("by hand"));
    CHECK(content_of(house / (stem + ".edited-2.docx")).ends_with("by another hand"));
    CHECK(build("2025-02-24").err.find("edited") == std::string::npos);
}
