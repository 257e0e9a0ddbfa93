#include "assemble/selection.h"

#include <doctest/doctest.h>

#include "assemble/harbour_records.h"

using namespace rapporteur;

namespace {

const std::vector<ThemeName> themes = {{"tides", "Tides"}, {"fees", "Fees and tolls"}};

std::vector<std::string> stems(const std::vector<Selection>& selections) {
    std::vector<std::string> result;
    for (const Selection& selection : selections) result.push_back(selection.file_stem);
    return result;
}

}  // namespace

TEST_CASE("a pack for every meeting that a document is about, by date, then for every theme with material") {
    const Records records = harbour::records();
    const Library library(records, {}, themes);
    CHECK(stems(selections(library, GroupBy::both)) ==
          std::vector<std::string>{"fortieth-session-of-the-harbour-council", "third-harbour-forum",
                                   "theme-fees-and-tolls"});
    CHECK(stems(selections(library, GroupBy::meeting)).size() == 2);
    CHECK(stems(selections(library, GroupBy::theme)) == std::vector<std::string>{"theme-fees-and-tolls"});
}

TEST_CASE("statements of low confidence make no theme pack") {
    Records records = harbour::records();
    for (Recommendation& each : records.recommendations) each.themes.clear();
    records.interventions.clear();
    records.recommendations.back().themes = {{"tides", 0.9}};
    const Library library(records, {}, themes);
    CHECK(selections(library, GroupBy::theme).empty());
}

TEST_CASE("the cluster's fullest name that is not all capitals is the title") {
    const Records records = harbour::records();
    const Library library(records, {}, themes);
    CHECK(selections(library, GroupBy::meeting).back().title == "Third Harbour Forum");
}

TEST_CASE("files of equal titles are told apart") {
    Records records;
    for (const char* id : {"a", "b", "c"})
        records.meetings.push_back(harbour::meeting(id, id, "Annual Meeting", {}, true, ""));
    const Library library(records, {}, themes);
    CHECK(stems(selections(library, GroupBy::meeting)) ==
          std::vector<std::string>{"annual-meeting", "annual-meeting-2", "annual-meeting-3"});
}

TEST_CASE("files of meetings of one name carry their dates") {
    Records records;
    for (const int month : {3, 5}) {
        const std::string id = std::to_string(month);
        records.meetings.push_back(harbour::meeting(id, id, "Board Meeting", {}, true, ""));
        records.meetings.back().start = PartialDate{2031, month, 4};
    }
    const Library library(records, {}, themes);
    CHECK(stems(selections(library, GroupBy::meeting)) ==
          std::vector<std::string>{"board-meeting-2031-03-04", "board-meeting-2031-05-04"});
}

TEST_CASE("file stems are plain") {
    CHECK(file_stem("Übersee/..\\Konferenz: 3. Sitzung?") == "ubersee-konferenz-3-sitzung");
    CHECK(file_stem("INTERNATIONAL I") == "international-i");
    CHECK(file_stem("  ") == "pack");
    CHECK(file_stem("会议") == "pack");
    CHECK(file_stem(std::string(300, 'x')).size() == 80);
    CHECK(file_stem("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen") ==
          "one-two-three-four-five-six-seven-eight-nine-ten-eleven-twelve-thirteen-fourteen");
}
