#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "app/project_house.h"

using namespace rapporteur;
namespace fs = std::filesystem;

namespace {

constexpr const char* project = R"([project]
time_zone = "Europe/Zurich"
[[source]]
path = "papers"
[[pack]]
name = "consultation"
meetings = ["Consultation on Remittances"]
formats = ["docx"]
when = ["every Friday 18:00", "3 days before each meeting 8:00"]
)";

/// Plays what happens to the papers of a meeting from February to May and writes down what the runs made of it.
class QuarterPlay {
public:
    QuarterPlay() : house_(project) { fs::create_directories(house_ / "papers"); }

    void happens(const std::string& what) { told_ += "\n" + what + "\n"; }

    void run(const std::string& moment, std::vector<std::string> more = {}) {
        const Ended ended = house_.run(moment, more);
        std::string out = ended.out;
        for (std::size_t at = out.find(house_ / ""); at != out.npos; at = out.find(house_ / "", at))
            out.erase(at, (house_ / "").size());
        told_ += "  " + moment + " -> " + std::to_string(ended.status) + "\n";
        for (const std::string_view line : split(out, '\n'))
            if (!line.empty()) told_ += "    " + std::string(line) + "\n";
        if (ended.out.find("(edition ") != ended.out.npos) told_ += changes_said(pack());
        CHECK_MESSAGE(ended.status == 0, ended.err);
    }

    std::string pack() const {
        for (const auto& entry : fs::directory_iterator(house_ / "packs"))
            if (entry.path().extension() == ".docx") return content_of(entry.path().string());
        return "";
    }

    void write(const std::string& name, const std::string& text) const { put(house_ / ("papers/" + name), text); }
    const ProjectHouse& house() const { return house_; }
    const std::string& told() const { return told_; }

private:
    ProjectHouse house_;
    std::string told_;
};

void until_march(QuarterPlay& play) {
    const std::string paper = ProjectHouse::sample("council-paper.md");
    play.happens("The project begins: the meeting's page and a paper of the council.");
    play.house().add_sample("meeting-page.txt");
    play.write("paper.md", paper);
    play.run("2025-02-21T12:00:00Z");
    play.happens("The same Friday, after six o'clock in Zurich.");
    play.run("2025-02-21T17:30:00Z");
    play.happens("A late revision comes; the next regular moment is Friday.");
    std::string revision = ProjectHouse::reworded(paper, "LBC/C.22/7", "LBC/C.22/7/Rev.1");
    revision =
        ProjectHouse::reworded(revision, "publish costs every month", "publish costs and waiting times every week");
    play.write("revision.md", revision);
    play.run("2025-02-24T09:00:00Z");
    play.run("2025-02-28T17:05:00Z");
}

void until_may(QuarterPlay& play) {
    const std::string page = ProjectHouse::sample("meeting-page.txt");
    play.happens("The meeting is moved by a week and a speaker replaced; nothing runs on the Friday.");
    std::string moved = page;
    for (const char* words :
         {"14 to 15 May", "Wednesday, 14 May", "Wednesday, 14 May", "Thursday, 15 May", "Thursday, 15 May"}) {
        std::string by = words;
        by = by.starts_with("14") ? "21 to 22 May"
                                  : ProjectHouse::reworded(by, by.find("14") != by.npos ? "14" : "15",
                                                           by.find("14") != by.npos ? "21" : "22");
        moved = ProjectHouse::reworded(moved, words, by);
    }
    moved = ProjectHouse::reworded(moved, "Samuel Otieno, International Labour Organization",
                                   "Lena Brandt, International Labour Organization");
    play.write("meeting-page.txt", moved);
    play.run("2025-03-10T08:00:00Z");
    play.happens("The paper is withdrawn, in both issues.");
    play.house().remove("paper.md");
    play.house().remove("revision.md");
    play.run("2025-03-14T17:00:00Z");
    play.happens(
        "Nothing happens for two months, and nothing runs. The report is in; three days before the meeting, a Sunday.");
    play.write("meeting-report.txt", ProjectHouse::sample("meeting-report.txt"));
    play.run("2025-05-18T06:30:00Z");
    play.happens("The clock goes back by a month, then stands right again.");
    play.run("2025-04-18T06:30:00Z");
    play.run("2025-05-18T06:45:00Z");
}

}  // namespace

TEST_CASE("a quarter of a year: late papers, a moved meeting, a withdrawn paper, downtime, a clock that jumps") {
    QuarterPlay play;
    until_march(play);
    until_may(play);
    const std::string golden = std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/app/golden/quarter.txt";
    if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) put(golden, play.told());
    CHECK(content_of(golden) == play.told());
}

TEST_CASE("a run tells what it would do, and makes what is not due where it is told to") {
    const ProjectHouse house(project);
    house.add_sample("meeting-page.txt");
    const Ended plan = house.run("2025-02-21T12:00:00Z", {"--dry-run"});
    CHECK(plan.out.find(": edition 1\n") != plan.out.npos);
    CHECK_FALSE(fs::exists(house / "packs/fourth-consultation-on-remittances-and-rural-development.docx"));
    CHECK(house.run("2025-02-21T17:30:00Z").status == 0);
    const Ended later = house.run("2025-02-22T12:00:00Z", {"--dry-run"});
    CHECK(later.out.find(": due 2025-02-28 18:00") != later.out.npos);
    CHECK(house.run("2025-02-22T12:00:00Z").out.empty());
    CHECK(house.run("2025-02-22T12:00:00Z", {"--force"}).out.find("(edition 2, ") != std::string::npos);
}

TEST_CASE("a source that is not there stops the run: nothing is withdrawn") {
    const ProjectHouse house(project);
    house.add_sample("meeting-page.txt");
    CHECK(house.run("2025-02-21T12:00:00Z").status == 0);
    fs::rename(house / "papers", house / "unmounted");
    const Ended stopped = house.run("2025-02-28T17:05:00Z");
    CHECK(stopped.status == 2);
    CHECK(stopped.out.empty());
    fs::rename(house / "unmounted", house / "papers");
    const Ended again = house.run("2025-02-28T17:06:00Z");
    CHECK(again.status == 0);
    CHECK(again.out.empty());
    CHECK(again.err.find("0 documents read, 1 unchanged") != again.err.npos);
}

TEST_CASE("commands are run with what they are told in their environment; logs are kept and pruned") {
    const ProjectHouse house(std::string(project) + "\n");
    put(house / "rapporteur.toml",
        ProjectHouse::reworded(
            project, "[project]\n",
            "[project]\nkept_logs = 2\non_pack = [\"/bin/sh\", \"-c\", \"echo \\\"$RAPPORTEUR_TITLE, "
            "$RAPPORTEUR_EDITION, $RAPPORTEUR_DOCX\\\" >> " +
                (house / "told") +
                "\"]\non_failure = [\"/bin/sh\", \"-c\", \"grep -c 'no such file' \\\"$RAPPORTEUR_LOG\\\" > " +
                (house / "failed") + "\"]\n"));
    house.add_sample("meeting-page.txt");
    CHECK(house.run("2025-02-21T12:00:00Z").status == 0);
    const std::string told = content_of(house / "told");
    CHECK(told.find("Fourth Consultation on Remittances and Rural Development, 1, ") == 0);
    CHECK(told.find(".docx\n") != told.npos);
    fs::rename(house / "papers", house / "gone");
    CHECK(house.run("2025-02-28T17:05:00Z").status == 2);
    CHECK(content_of(house / "failed") == "1\n");
    fs::rename(house / "gone", house / "papers");
    for (const char* moment : {"2025-03-07T17:05:00Z", "2025-03-14T17:05:00Z"}) CHECK(house.run(moment).status == 0);
    std::vector<std::string> logs;
    for (const auto& entry : fs::directory_iterator(house / "rapporteur-runs")) logs.push_back(entry.path().filename());
    std::sort(logs.begin(), logs.end());
    CHECK(logs == std::vector<std::string>{"run-20250307T170500Z.log", "run-20250314T170500Z.log"});
    CHECK(house.run("2025-03-14T17:05:00Z").status == 0);
    CHECK(fs::exists(house / "rapporteur-runs/run-20250314T170500Z_2.log"));
}

TEST_CASE("a document that is purged is gone from editions and logs, too") {
    const ProjectHouse house(project);
    house.add_sample("meeting-page.txt");
    house.add_sample("council-paper.md");
    CHECK(house.run("2025-02-21T12:00:00Z").status == 0);
    const auto trace_of = [&](const std::string& words) {
        for (const auto& entry : fs::recursive_directory_iterator(house / ""))
            if (entry.is_regular_file() && entry.path().string().find("/papers/") == std::string::npos &&
                content_of(entry.path().string()).find(words) != std::string::npos)
                return true;
        return false;
    };
    CHECK(trace_of("diplomas of returning migrants"));
    CHECK(run_program({"purge", "LBC/C.22/7", "--store", house / "rapporteur.sqlite"}).status == 0);
    CHECK_FALSE(trace_of("diplomas of returning migrants"));
    CHECK_FALSE(trace_of("council-paper.md"));
    CHECK_FALSE(trace_of("LBC/C.22/7"));
    // The next edition does not quote what is purged as withdrawn.
    house.remove("council-paper.md");
    CHECK(house.run("2025-02-28T17:05:00Z").out.find("(edition 2, ") != std::string::npos);
    CHECK_FALSE(trace_of("diplomas of returning migrants"));
}

TEST_CASE("a pack that somebody edited is kept beside the next edition") {
    const ProjectHouse house(project);
    house.add_sample("meeting-page.txt");
    CHECK(house.run("2025-02-21T12:00:00Z").status == 0);
    const std::string stem = house / "packs/fourth-consultation-on-remittances-and-rural-development";
    const std::string edited = content_of(stem + ".docx") + "by hand";
    put(stem + ".docx", edited);
    house.add_sample("council-paper.md");
    const Ended second = house.run("2025-02-28T17:05:00Z");
    CHECK(second.status == 0);
    CHECK(second.err.find("it is kept as ") != second.err.npos);
    CHECK(content_of(stem + ".edited-1.docx") == edited);
    CHECK(content_of(stem + ".docx") != edited);
}
