#include <doctest/doctest.h>

#include "extract/extract.h"
#include "extract/shipped_knowledge.h"
#include "extract/statements.h"
#include "extract/written_document.h"

namespace rapporteur {
namespace {

Meeting meeting(const std::string& id, const std::string& name, const std::string& alias, bool principal) {
    Meeting made;
    made.id = id;
    made.name = name;
    made.aliases = {alias};
    made.principal = principal;
    return made;
}

Records found_in(const Document& document, Records records) {
    find_statements(document, make_outline(document), shipped_knowledge().rules, records);
    return records;
}

Records two_meetings() {
    Records records;
    records.meetings = {meeting("ports", "Ninth Conference on Ports", "Ports Conference", true),
                        meeting("rivers", "Second Dialogue on Rivers", "Rivers Dialogue", false)};
    return records;
}

}  // namespace

TEST_CASE("a recommendation is put to the meeting that it names, its heading names, or the document's") {
    const WrittenDocument written(R"(
        # Recommendations to the Rivers Dialogue
        1. The ports should be dredged.
        # Further recommendations
        2. The Rivers Dialogue should meet again.
        3. The ports should be lit.)");
    const Records records = found_in(written.document(), two_meetings());
    REQUIRE(records.recommendations.size() == 3);
    CHECK(records.recommendations[0].meeting == "rivers");
    CHECK(records.recommendations[1].meeting == "rivers");
    CHECK(records.recommendations[2].meeting == "ports");
}

TEST_CASE("an outcome is of the meeting that it names, or that \"it\" stands for; in a report else of the report's") {
    const WrittenDocument written(R"(
        # Background
        The Rivers Dialogue was long. It led to the establishment of a forum.
        The Council adopted a plan.
        # Report of the Ninth Conference
        The Council adopted a list.)");
    const Records records = found_in(written.document(), two_meetings());
    REQUIRE(records.outcomes.size() == 3);
    CHECK(records.outcomes[0].meeting == "rivers");
    CHECK(records.outcomes[1].meeting.empty());
    CHECK(records.outcomes[2].meeting == "ports");
}

TEST_CASE("statements stand under the agenda item whose heading is above them") {
    const WrittenDocument written(R"(
        # Report of the Ninth Conference
        ## Dredging
        Mr. Tom Brandt said that mud was deep. The Council should act.)");
    Records before = two_meetings();
    AgendaItem item;
    item.id = "item";
    item.title = "Dredging";
    item.sources.resize(1);
    item.sources[0].range = written.document().blocks[1].range;
    before.agenda_items.push_back(item);
    const Records records = found_in(written.document(), before);
    REQUIRE(records.recommendations.size() == 1);
    CHECK(records.recommendations[0].agenda_item == "item");
    REQUIRE(records.interventions.size() == 1);
    CHECK(records.interventions[0].agenda_item == "item");
    CHECK(records.interventions[0].meeting == "ports");
}

TEST_CASE("an answer is tied to the recommendation of its number") {
    const WrittenDocument written(R"(
        # Recommendation 7
        The Ministry should publish the plan.
        # Government response to recommendation 7
        The Government partially accepts this recommendation. It will publish half.
        # Recommendation 8
        The Ministry should rest.)");
    const Records records = found_in(written.document(), {});
    REQUIRE(records.recommendations.size() == 2);
    REQUIRE(records.recommendations[0].response.has_value());
    CHECK(records.recommendations[0].response->text == "The Government partially accepts this recommendation.");
    CHECK(records.recommendations[0].response->by == "Government");
    CHECK(records.recommendations[0].status == RecommendationStatus::partially_accepted);
    CHECK_FALSE(records.recommendations[1].response.has_value());
}

TEST_CASE("a table with a column of recommendations lists them") {
    const WrittenDocument written(R"(
        # Follow-up
        | No. | Recommendation | Responsible unit | Due date | Management response |
        | 1 | Publish the list of ports every year | Registry | 31 March 2015 | Accepted |
        | 2 | – | Registry | 2016 | |
        | 3 | The Board should meet twice a year | | | Not accepted |)");
    const Records records = found_in(written.document(), {});
    REQUIRE(records.recommendations.size() == 2);
    const Recommendation& first = records.recommendations[0];
    CHECK(first.text == "Publish the list of ports every year");
    CHECK(first.sources[0].paragraph == "1");
    CHECK(first.addressees == std::vector<std::string>{"Registry"});
    CHECK(first.deadline == PartialDate{2015, 3, 31});
    CHECK(first.status == RecommendationStatus::accepted);
    CHECK(written.document().slice(first.sources[0].range) == first.text);
    CHECK(records.recommendations[1].verb == "should");
    CHECK(records.recommendations[1].status == RecommendationStatus::rejected);
}

TEST_CASE("the row that names the columns may stand below a title") {
    const Records records = found_in(WrittenDocument(R"(
        | Annex: follow-up of the audit | | |
        | Ref. | Recommended action | Lead | Status |
        | 4 | Publish the list of ports every year | Registry | Implemented |)")
                                         .document(),
                                     {});
    REQUIRE(records.recommendations.size() == 1);
    CHECK(records.recommendations[0].sources[0].paragraph == "4");
    CHECK(records.recommendations[0].addressees == std::vector<std::string>{"Registry"});
    CHECK(records.recommendations[0].status == RecommendationStatus::implemented);
}

TEST_CASE("a form with a recommendation in a cell of its own gives it the answer below") {
    const WrittenDocument written(R"(
        | Recommendation 2: Publish the list of ports every year. |
        | Management response: Partially accepted, subject to funds. |
        | Key actions | Time frame |
        | Draw up the list | 2027 |)");
    const Records records = found_in(written.document(), {});
    REQUIRE(records.recommendations.size() == 1);
    const Recommendation& found = records.recommendations[0];
    CHECK(found.text == "Publish the list of ports every year.");
    CHECK(found.sources[0].paragraph == "2");
    REQUIRE(found.response.has_value());
    CHECK(found.response->text == "Partially accepted, subject to funds.");
    CHECK(found.status == RecommendationStatus::partially_accepted);
}

TEST_CASE("a table without such a column lists none") {
    const WrittenDocument written(R"(
        | Port | Depth |
        | Lima should be dredged | 9 m |)");
    CHECK(found_in(written.document(), {}).recommendations.empty());
}

}  // namespace rapporteur
