#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "assemble/assemble.h"
#include "assemble/harbour_records.h"
#include "assemble/pack_calendar.h"
#include "assemble/recommendation_table.h"

using namespace rapporteur;

namespace {

/// What two texts of one pack are made from.
struct Forum {
    explicit Forum(Records from) : records(std::move(from)), library(records, documents, {{"fees", "Fees, dues"}}) {}

    Briefing briefing() const {
        AssembleOptions options;
        options.as_of = PartialDate{2019, 4, 1};
        for (const Selection& selection : selections(library, GroupBy::meeting))
            if (selection.file_stem == "third-harbour-forum") return assemble(library, selection, options);
        return {};
    }

    std::vector<CalendarEntry> entries() const {
        return calendar_entries(briefing(), [](const Reference& r) { return r.document.text + ", " + r.paragraph; });
    }

    Records records;
    std::vector<Document> documents = harbour::documents();
    Library library;
};

const CalendarEntry* entry_of(const std::vector<CalendarEntry>& entries, const std::string& summary) {
    for (const CalendarEntry& entry : entries)
        if (entry.summary == summary) return &entry;
    return nullptr;
}

void check_golden(const std::string& name, const std::string& found) {
    const std::string path = std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/assemble/golden/" + name;
    if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << found;
    std::ostringstream expected;
    expected << std::ifstream(path, std::ios::binary).rdbuf();
    CHECK(found == expected.str());
}

}  // namespace

TEST_CASE("the table and the calendar of a pack are as they were looked at") {
    Records records = harbour::records();
    records.recommendations[1].deadline = PartialDate{2019, 10, 31};
    records.recommendations[1].lead_in = "=1+1 is what the Council asks for:";
    const Forum forum(std::move(records));
    check_golden("third-harbour-forum.csv", recommendation_table(forum.library, forum.briefing()));
    check_golden("third-harbour-forum.ics", to_icalendar({"Forum", {2019, 4, 1}, "Rapporteur 1", forum.entries()}));
}

TEST_CASE("a table numbers what the pack numbers") {
    const Forum forum(harbour::records());
    const Briefing briefing = forum.briefing();
    const std::string table = recommendation_table(forum.library, briefing);
    std::size_t rows = 0;
    for (const auto* groups : {&briefing.recommendations.put_to, &briefing.recommendations.in_papers})
        for (const RecommendationGroup& group : *groups)
            for (const RecommendationRow& row : group.rows) {
                ++rows;
                CHECK(table.find("\r\nR" + std::to_string(row.number) + ",") != std::string::npos);
                CHECK(table.find(row.record) != std::string::npos);
            }
    CHECK(rows > 2);
    CHECK(table.find(",\"Fees, dues\",") != std::string::npos);
}

TEST_CASE("hours become hours, what has none a whole day, what has no day nothing") {
    Records records = harbour::records();
    AgendaItem& fees = records.agenda_items[2];
    const auto whole_day = [&] {
        fees.start = fees.end = "";
        return Forum(records).entries();
    };
    const auto timed = Forum(records).entries();
    const CalendarEntry* morning = entry_of(timed, "Third Harbour Forum: Morning session");
    REQUIRE(morning != nullptr);
    CHECK(morning->start == 10 * 60);
    CHECK(morning->end == 13 * 60);
    CHECK(morning->place == "Pier Hall, Oldport");
    CHECK(morning->description.find("II Keeping narrow channels deep\n– Tor Vik (University of Oldport)\n") !=
          std::string::npos);
    const CalendarEntry* afternoon = entry_of(timed, "Third Harbour Forum: Afternoon session");
    REQUIRE(afternoon != nullptr);
    CHECK(afternoon->start == 15 * 60);
    const auto untimed = whole_day();
    const CalendarEntry* day = entry_of(untimed, "Third Harbour Forum: Afternoon session");
    REQUIRE(day != nullptr);
    CHECK_FALSE(day->start);
    CHECK(day->id == afternoon->id);  // an hour that changes moves the entry
    records.agenda_items[2].day = PartialDate{2019, 5};
    CHECK(entry_of(Forum(records).entries(), "Third Harbour Forum: Afternoon session") == nullptr);
}

TEST_CASE("a start without an end stands, and nobody makes up the end") {
    Records records = harbour::records();
    records.agenda_items[2].end = "";
    const auto entries = Forum(records).entries();
    const CalendarEntry* afternoon = entry_of(entries, "Third Harbour Forum: Afternoon session");
    REQUIRE(afternoon != nullptr);
    CHECK(afternoon->start == 15 * 60);
    CHECK_FALSE(afternoon->end);
}

TEST_CASE("a deadline is a whole day where its day is known; the ids of all entries differ") {
    Records records = harbour::records();
    const std::string text = records.recommendations[1].text;
    records.recommendations[1].deadline = PartialDate{2019, 10};
    CHECK(entry_of(Forum(records).entries(), text) == nullptr);
    records.recommendations[1].deadline = PartialDate{2019, 10, 31};
    Recommendation again = records.recommendations[1];
    again.id = "r-2b";
    again.sources = {harbour::at("paper", 4, "16")};
    records.recommendations.push_back(again);
    const auto entries = Forum(records).entries();
    const CalendarEntry* due = entry_of(entries, text);
    REQUIRE(due != nullptr);
    CHECK(due->category == "DEADLINE");
    CHECK(due->first == PartialDate{2019, 10, 31});
    std::set<std::string> ids;
    for (const CalendarEntry& entry : entries) ids.insert(entry.id);
    CHECK(ids.size() == entries.size());
}
