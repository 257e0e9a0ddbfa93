#include "assemble/item_attribution.h"

#include <doctest/doctest.h>

#include "assemble/harbour_records.h"

using namespace rapporteur;

namespace {

/// The item's number under which the statement of the forum's pack stands; "-" for none.
template <class Record>
std::string item_of(const Records& records, const Record& record) {
    const Library library(records, {}, {});
    const Scope scope = meeting_scope(library, *library.meeting_of_key("forum-3"));
    const std::vector<SettledItem> items = settle_items(scope, library);
    const auto place = ItemAttribution(scope, items).item_of(record);
    return place ? items[*place].number : "-";
}

Intervention said_by(const std::string& speaker, Source where) {
    Intervention record = harbour::made<Intervention>("v-new", std::move(where));
    record.speaker = speaker;
    record.text = "Words.";
    record.meeting = "m-report";
    return record;
}

}  // namespace

TEST_CASE("a statement stands under the item that its record names") {
    const Records records = harbour::records();
    CHECK(item_of(records, records.interventions[0]) == "II");
}

TEST_CASE("else under the item whose title stands above it") {
    const Records records = harbour::records();
    CHECK(item_of(records, said_by("Nobody Known", harbour::at("report", 0, "", 90,
                                                               {"Report", "FAIR FEES FOR FISHING BOATS"}))) == "III");
}

TEST_CASE("else under the only item for which the agenda names its speaker") {
    Records records = harbour::records();
    CHECK(item_of(records, said_by("Ms. Costa", harbour::at("report", 0, "", 90))) == "II");
    CHECK(item_of(records, said_by("Ida Lund", harbour::at("report", 0, "", 90))) == "I");
    CHECK(item_of(records, said_by("Mr. Nobody", harbour::at("report", 0, "", 90))) == "-");
    records.agenda_items[2].people.push_back(harbour::person("Ida Lund", ""));
    CHECK(item_of(records, said_by("Ida Lund", harbour::at("report", 0, "", 90))) == "-");
}

TEST_CASE("else under the item of the other statements of its block") {
    Records records = harbour::records();
    records.interventions.push_back(said_by("Ms. Costa", harbour::at("report", 0, "", 90)));
    CHECK(item_of(records, said_by("Participants", harbour::at("report", 0, "", 90))) == "II");
    Outcome outcome = harbour::made<Outcome>("o-new", harbour::at("report", 0, "", 90));
    CHECK(item_of(records, outcome) == "II");
    Recommendation proposed = harbour::made<Recommendation>("r-new", harbour::at("report", 0, "", 90));
    CHECK(item_of(records, proposed) == "II");
    records.interventions.push_back(said_by("Ida Lund", harbour::at("report", 0, "", 90)));
    records.interventions.back().id = "v-other";
    CHECK(item_of(records, outcome) == "-");
}
