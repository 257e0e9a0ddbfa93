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

TEST_CASE("entries of a calendar are told from meetings of which more is known") {
    Records records;
    DocumentRecord calendar;
    calendar.id = "calendar";
    records.documents.push_back(calendar);
    for (const int month : {3, 4, 5}) {
        const std::string id = std::to_string(month);
        records.meetings.push_back(
            harbour::meeting(id, id, "Board Meeting " + id, harbour::at("calendar", 0, "", 1, {}), true, ""));
        records.meetings.back().start = PartialDate{2031, month, 4};
    }
    AgendaItem item;
    item.id = "item";
    item.meeting = records.meetings[1].id;
    records.agenda_items.push_back(item);
    const Library library(records, {}, themes);
    std::vector<bool> bare;
    for (const Selection& selection : selections(library, GroupBy::meeting)) bare.push_back(selection.bare);
    CHECK(bare == std::vector<bool>{true, false, true});
}

TEST_CASE("a document of one meeting alone makes its pack, however little it says") {
    Records records;
    DocumentRecord notice;
    notice.id = "notice";
    records.documents.push_back(notice);
    records.meetings.push_back(
        harbour::meeting("m", "m", "Annual Meeting", harbour::at("notice", 0, "", 1, {}), true, ""));
    const Library library(records, {}, themes);
    REQUIRE(selections(library, GroupBy::meeting).size() == 1);
    CHECK_FALSE(selections(library, GroupBy::meeting).front().bare);
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
