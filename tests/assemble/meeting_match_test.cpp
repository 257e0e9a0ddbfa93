#include <doctest/doctest.h>

#include "assemble/harbour_records.h"
#include "assemble/person_name.h"
#include "assemble/scope.h"
#include "assemble/word_match.h"

using namespace rapporteur;

namespace {

Scope forum_scope(const Library& library) { return meeting_scope(library, *library.meeting_of_key("forum-3")); }

}  // namespace

TEST_CASE("names of meetings are compared without article, capitals and typographic marks") {
    const Records records = harbour::records();
    const Library library(records, {}, {});
    const MeetingCluster& forum = *library.meeting_of_key("forum-3");
    CHECK(is_name_of(forum, "The Third  HARBOUR Forum"));
    CHECK_FALSE(is_name_of(forum, "Harbour Forum"));
    CHECK(is_series_name_of(forum, "Harbour Forum"));
    CHECK(holds_name_of(forum, "Options for the 2019 HF: charts"));
    CHECK_FALSE(holds_name_of(forum, "Options for the 2019 HFs"));
}

TEST_CASE("a section whose heading names the meeting puts its recommendations to it") {
    Records records = harbour::records();
    Recommendation under = harbour::recommendation("r-9", "Tides should be published.", 3, "should", "",
                                                   harbour::at("paper", 2, "6", 0, {"What the 2019 HF could do"}));
    records.recommendations = {under};
    const Library library(records, {}, {});
    CHECK(forum_scope(library).put_to.size() == 1);
    CHECK(meeting_scope(library, *library.meeting_of_key("council-40")).in_papers.size() == 1);
}

TEST_CASE("an outcome belongs to the meeting that its body is, and so does the sentence behind it") {
    Records records = harbour::records();
    Outcome first = harbour::made<Outcome>("o-8", harbour::at("paper", 2, "4"));
    first.body = "the Second Harbour Forum";
    first.text = "The Second Harbour Forum agreed on buoys.";
    first.sources[0].start = 10;
    first.sources[0].end = 51;
    Outcome second = first;
    second.id = "o-9";
    second.body.clear();
    second.text = "It also named a port.";
    second.sources[0].start = 52;
    second.sources[0].end = 73;
    Outcome apart = second;
    apart.id = "o-10";
    apart.sources[0].start = 200;
    apart.sources[0].end = 221;
    records.outcomes = {first, second, apart};
    const Library library(records, {}, {});
    const MeetingCluster* forum = library.meeting_of_key("forum-2");
    CHECK(library.meeting_of(records.outcomes[0]) == forum);
    CHECK(library.meeting_of(records.outcomes[1]) == forum);
    CHECK(library.meeting_of(records.outcomes[2]) == nullptr);
}

TEST_CASE("a series that goes by an abbreviation is the series of its long form") {
    Records records = harbour::records();
    records.meetings[3].series = "HF";
    const Library library(records, {}, {});
    CHECK(are_of_one_series(*library.meeting_of_key("forum-2"), *library.meeting_of_key("forum-3")));
    CHECK_FALSE(are_of_one_series(*library.meeting_of_key("council-40"), *library.meeting_of_key("forum-3")));
}

TEST_CASE("people are found under shorter wordings of their names, unless two could be meant") {
    PeopleByName people;
    people.add("Anna Maria Lind", 0);
    people.add("Per Holm", 1);
    CHECK(people.find("Ms. Lind") == 0);
    CHECK(people.find("Anna Lind") == 0);
    CHECK_FALSE(people.find("Per Lind"));
    people.add("Björn Åkesson-Lind", 2);
    CHECK_FALSE(people.find("Lind"));
    CHECK(people.find("Bjorn Akesson Lind") == 2);
    CHECK_FALSE(people.find(""));
    CHECK(sort_key("Dr. Anna Maria Lind") == "lind anna maria");
}

TEST_CASE("a title is touched by three of its telling words or more") {
    const TitleWords titles({"Lowering the costs of pilots", "Safety of fishing boats at night", "Closing"});
    CHECK(titles.touches(0, "Ports should lower what pilots cost."));
    CHECK_FALSE(titles.touches(0, "Pilots sleep."));
    CHECK_FALSE(titles.touches(2, "The closing of the port was near."));
}

TEST_CASE("headings are set in sentence case only where they are words") {
    CHECK(heading_case("REPORT OF THE FORUM") == "Report of the forum");
    CHECK(heading_case("2006 HF/UNO") == "2006 HF/UNO");
    CHECK(heading_case("governments") == "Governments");
}
