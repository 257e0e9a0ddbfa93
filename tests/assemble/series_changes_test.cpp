#include <doctest/doctest.h>

#include "assemble/assemble.h"
#include "assemble/harbour_records.h"

using namespace rapporteur;

namespace {

SummaryPage summary_of(const Records& records) {
    const Library library(records, {}, {});
    return assemble(library, {false, "forum-3", "Forum", "forum"}, {}).summary;
}

/// The second forum with an agenda of three items, two of them those of the third.
Records with_earlier_agenda() {
    Records records = harbour::records();
    records.meetings[3].principal = true;
    int number = 0;
    for (const char* title : {"Opening", "Fair fees for fishing boats", "Lighthouses of the northern coast"}) {
        AgendaItem item = harbour::made<AgendaItem>("old-" + std::to_string(++number), harbour::at("paper", 2, "4"));
        item.meeting = "m-second";
        item.number = std::to_string(number);
        item.title = title;
        records.agenda_items.push_back(item);
    }
    return records;
}

}  // namespace

TEST_CASE("what the last meeting of the series decided stands in the summary") {
    const SummaryPage summary = summary_of(harbour::records());
    REQUIRE(summary.since);
    CHECK(summary.since->meeting == "Second Harbour Forum");
    REQUIRE(summary.since->outcomes.size() == 1);
    CHECK(summary.since->outcomes[0].quotation.text.starts_with("In April 2016"));
    CHECK(summary.since->new_items.empty());
}

TEST_CASE("where both agendas are at hand, what is new and what is gone is told") {
    const SummaryPage summary = summary_of(with_earlier_agenda());
    REQUIRE(summary.since);
    REQUIRE(summary.since->new_items.size() == 1);
    CHECK(summary.since->new_items[0].title == "Keeping narrow channels deep");
    REQUIRE(summary.since->dropped_items.size() == 1);
    CHECK(summary.since->dropped_items[0].text == "Lighthouses of the northern coast");
}

TEST_CASE("without an earlier meeting of the series nothing is said of one") {
    Records records = harbour::records();
    records.meetings[3].series = "Quay Forum";
    records.meetings[3].name = "Quay gathering";
    CHECK_FALSE(summary_of(records).since);
}
