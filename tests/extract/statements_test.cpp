#include "extract/statements.h"

#include <doctest/doctest.h>

#include "extract/extract.h"
#include "extract/shipped_knowledge.h"
#include "extract/written_document.h"

namespace rapporteur {
namespace {

Records found_in(const Document& document) {
    Records records;
    find_statements(document, make_outline(document), shipped_knowledge().rules, records);
    return records;
}

Records found_in(std::string_view notation) { return found_in(WrittenDocument(notation).document()); }

void check_quotes(const Document& document, const Records& records) {
    const auto check = [&](const auto& record) {
        REQUIRE(record.sources.size() == 1);
        CHECK(document.slice(record.sources[0].range) == record.text);
    };
    for (const auto& record : records.recommendations) check(record);
    for (const auto& record : records.outcomes) check(record);
    for (const auto& record : records.interventions) check(record);
}

}  // namespace

TEST_CASE("the section decides what a modal of possibility is worth") {
    const std::string sentence = "7. In this regard, the Forum could also invite members to share their data.";
    CHECK(found_in("# Background\n" + sentence).recommendations.empty());
    const Records records = found_in("# Potential recommendations\n" + sentence);
    REQUIRE(records.recommendations.size() == 1);
    const Recommendation& found = records.recommendations[0];
    CHECK(found.verb == "could");
    CHECK(found.strength == 2);
    CHECK(found.addressees == std::vector<std::string>{"Forum"});
    CHECK(found.sources[0].paragraph == "7");
    CHECK(found.sources[0].heading == std::vector<std::string>{"Potential recommendations"});
    CHECK_FALSE(found.cut);
}

TEST_CASE("what an organisation does is no recommendation") {
    CHECK(found_in("The Agency encourages States to join. It is working on a handbook and supports schools.")
              .recommendations.empty());
    CHECK(found_in("Delays could amount to several months of pay.").recommendations.empty());
}

TEST_CASE("items of a list take their verb and addressee from what introduces them") {
    const WrittenDocument written(R"(
        # Conclusions
        5. The Meeting took long. It recommended that the regional offices:
        (a) publish their figures by 31 March 2015; and
        (b) appoint a focal point.)");
    const Records records = found_in(written.document());
    REQUIRE(records.recommendations.size() == 2);
    const Recommendation& first = records.recommendations[0];
    CHECK(first.text == "publish their figures by 31 March 2015");
    CHECK(first.lead_in == "It recommended that the regional offices:");
    CHECK(first.verb == "recommended");
    CHECK(first.sources[0].paragraph == "5(a)");
    REQUIRE(first.deadline.has_value());
    CHECK(*first.deadline == PartialDate{2015, 3, 31});
    CHECK(records.recommendations[1].text == "appoint a focal point.");
    check_quotes(written.document(), records);
}

TEST_CASE("items of operative paragraphs ask those whom their lead names") {
    const Records records = found_in(R"(
        The Harbour Assembly,
        Noting that fees should fall,
        1. URGES Member States:
        (a) to name a focal point;
        2. REQUESTS the Director-General:
        (a) to report on fees.)");
    REQUIRE(records.recommendations.size() == 2);
    CHECK(records.recommendations[0].addressees == std::vector<std::string>{"Member States"});
    CHECK(records.recommendations[0].proposer == "Harbour Assembly");
    CHECK(records.recommendations[0].sources[0].paragraph == "1(a)");
    CHECK(records.recommendations[1].addressees == std::vector<std::string>{"Director-General"});
    CHECK(records.recommendations[1].strength == 4);
}

TEST_CASE("the body after that in the clause above a list is asked") {
    const Records records = found_in(R"(
        # Conclusions
        5. The Meeting recommended that the Council:
        (a) publish its figures by Q2 2028;
        6. It was recommended that the Harbour Office and the Secretariat:
        (a) light the piers;
        7. The Board should:
        (a) meet twice a year.)");
    REQUIRE(records.recommendations.size() == 3);
    CHECK(records.recommendations[0].addressees == std::vector<std::string>{"Council"});
    CHECK(records.recommendations[0].deadline == PartialDate{2028, 6});
    CHECK(records.recommendations[1].addressees == std::vector<std::string>{"Harbour Office", "Secretariat"});
    CHECK(records.recommendations[2].addressees == std::vector<std::string>{"Board"});
}

TEST_CASE("what is still to be founded is asked for nothing; alternatives in brackets hide nobody") {
    const Records made = found_in("A working group should be established to count the lamps.");
    REQUIRE(made.recommendations.size() == 1);
    CHECK(made.recommendations[0].addressees.empty());
    const Records bracketed = found_in(R"(
        The Conference of the Parties,
        1. [Invites] [Urges] the secretariat[, with the Board,] to publish the list of lamps.)");
    REQUIRE(bracketed.recommendations.size() == 1);
    CHECK(bracketed.recommendations[0].verb == "Invites");
    CHECK(bracketed.recommendations[0].addressees == std::vector<std::string>{"secretariat"});
    CHECK(bracketed.recommendations[0].text ==
          "[Invites] [Urges] the secretariat[, with the Board,] to publish the list of lamps.");
}

TEST_CASE("a table of actions says who and by when") {
    const Records records = found_in(R"(
        | Action | Who | By when | Status |
        | Send the list of lamps to the members | Ana Lind | 1 March 2027 | Done |
        | Count the buoys along the coast | Survey Unit | Q3 2028 | Open |)");
    REQUIRE(records.recommendations.size() == 2);
    CHECK(records.recommendations[0].addressees == std::vector<std::string>{"Ana Lind"});
    CHECK(records.recommendations[0].deadline == PartialDate{2027, 3, 1});
    CHECK(records.recommendations[0].status == RecommendationStatus::implemented);
    CHECK(records.recommendations[1].deadline == PartialDate{2028, 9});
    CHECK(found_in("| Action | Cost |\n| Send the list of lamps to the members | 12 |").recommendations.empty());
}

TEST_CASE("who is to act is asked, where a thing is called for") {
    const Records records = found_in("NORLAND called for an early assessment by the Secretariat of all fees.");
    REQUIRE(records.recommendations.size() == 1);
    CHECK(records.recommendations[0].addressees == std::vector<std::string>{"Secretariat"});
    CHECK(records.recommendations[0].proposer == "NORLAND");
    const Records aside = found_in(
        "NORLAND offered the idea of founding an agency that would mend quays, with free use of it by Governments.");
    REQUIRE(aside.recommendations.size() == 1);
    CHECK(aside.recommendations[0].addressees.empty());
    const Records both = found_in(
        "Mr. Lind suggested steps that could be taken by both sending and receiving countries to keep the list short.");
    REQUIRE(both.recommendations.size() == 1);
    CHECK(both.recommendations[0].addressees == std::vector<std::string>{"sending and receiving countries"});
}

TEST_CASE("an advisory body recommends to the body whose document it is") {
    const WrittenDocument written(
        "The Advisory Committee recommends the approval of the fees. The Chair recommended a cut of the fees.");
    Records records;
    DocumentRecord face;
    face.sha256 = written.document().sha256;
    face.body = "Harbour Assembly";
    records.documents.push_back(face);
    find_statements(written.document(), make_outline(written.document()), shipped_knowledge().rules, records);
    REQUIRE(records.recommendations.size() == 2);
    CHECK(records.recommendations[0].addressees == std::vector<std::string>{"Harbour Assembly"});
    CHECK(records.recommendations[1].addressees.empty());
}

TEST_CASE("articles of an old recommendation stand under headings of their own and are taken whole") {
    const Records records = found_in(R"(
        # Recommendation No. 12
        The Conference,
        Considering that pupils should stay,
        Submits to the ministries of shipping the following recommendation:
        # Schools
        1. Schools are opened in every port. They should be free.
        # Annex
        2. The list of ports follows.)");
    REQUIRE(records.recommendations.size() == 1);
    CHECK(records.recommendations[0].text == "Schools are opened in every port. They should be free.");
    CHECK(records.recommendations[0].proposer == "Conference");
}

TEST_CASE("a resolution is cut into its clauses; reasons ask nothing") {
    const WrittenDocument written(R"(
        # Resolution no. 2019/7
        The Committee, Recalling that members should pay in time, Noting with concern the arrears, Approves the accounts, and Requests the Bureau to write to members in arrears, Further invites the Chair to report.)");
    const Records records = found_in(written.document());
    REQUIRE(records.recommendations.size() == 2);
    CHECK(records.recommendations[0].text == "Requests the Bureau to write to members in arrears");
    CHECK(records.recommendations[0].addressees == std::vector<std::string>{"Bureau"});
    CHECK(records.recommendations[0].proposer == "Committee");
    CHECK(records.recommendations[0].sources[0].paragraph == "2019/7");
    CHECK(records.recommendations[1].text == "Further invites the Chair to report.");
    REQUIRE(records.outcomes.size() == 1);
    CHECK(records.outcomes[0].text == "Approves the accounts");
    CHECK(records.outcomes[0].type == OutcomeType::approved);
    CHECK(records.outcomes[0].body == "Committee");
    check_quotes(written.document(), records);
}

TEST_CASE("reported speech gives a passage to its speaker until another speaks") {
    const WrittenDocument written(
        "Turning to fees, Mr. Tom Brandt of the Transit Union said that costs were high. Most workers borrowed money. "
        "He urged "
        "lenders to wait. Ms. Okoro noted that some did. Participants agreed.");
    const Records records = found_in(written.document());
    REQUIRE(records.interventions.size() == 3);
    CHECK(records.interventions[0].speaker == "Mr. Tom Brandt");
    CHECK(records.interventions[0].affiliation == "Transit Union");
    CHECK(records.interventions[0].text.ends_with("wait."));
    CHECK(records.interventions[1].speaker == "Ms. Okoro");
    REQUIRE(records.recommendations.size() == 1);
    CHECK(records.recommendations[0].proposer == "Mr. Tom Brandt");
    CHECK(records.recommendations[0].verb == "urged");
    check_quotes(written.document(), records);
}

TEST_CASE("turns of a dialogue are those of names that come again or were present") {
    const Records records = found_in(R"(
        # Present
        - Ana Lind (@alind)
        # Discussion
        - ports: a list of them
        - tbrandt: The ports are deep. We should dredge none.
        - alind: The rivers are not.
        - tbrandt: Agreed on rivers.)");
    REQUIRE(records.interventions.size() == 3);
    CHECK(records.interventions[0].speaker == "tbrandt");
    CHECK(records.interventions[0].text == "The ports are deep. We should dredge none.");
    CHECK(records.interventions[1].speaker == "alind");
    REQUIRE(records.recommendations.size() == 1);
    CHECK(records.recommendations[0].proposer == "tbrandt");
}

TEST_CASE("a labelled recommendation may be set as a heading; other headings state nothing") {
    const WrittenDocument written(R"(
        # Recommendation 4: Strengthen the network of focal points
        It is thin.
        # Why the Board should act
        Mud is deep.)");
    const Records records = found_in(written.document());
    REQUIRE(records.recommendations.size() == 1);
    CHECK(records.recommendations[0].text == "Strengthen the network of focal points");
    CHECK(records.recommendations[0].sources[0].paragraph == "4");
    CHECK(records.recommendations[0].verb == "Strengthen");
    check_quotes(written.document(), records);
}

TEST_CASE("outcomes carry type, body and date") {
    const Records records =
        found_in("4. On 9 May 2007, the heads of agencies of the Steering Group endorsed the plan.");
    REQUIRE(records.outcomes.size() == 1);
    CHECK(records.outcomes[0].type == OutcomeType::endorsed);
    CHECK(records.outcomes[0].body == "heads of agencies of the Steering Group");
    CHECK(records.outcomes[0].date == PartialDate{2007, 5, 9});
    CHECK(records.outcomes[0].sources[0].paragraph == "4");
}

TEST_CASE("what is damaged is not quoted, what is cut says so") {
    WrittenDocument written("The Board should meet. The Chair should go. Members should pay and [cut]");
    Document& document = written.document();
    const std::size_t bad = document.text.find("Chair");
    document.blocks[0].damaged.push_back({bad, bad + 3});
    const Records records = found_in(document);
    REQUIRE(records.recommendations.size() == 2);
    CHECK(records.recommendations[0].text == "The Board should meet.");
    CHECK_FALSE(records.recommendations[0].cut);
    CHECK(records.recommendations[1].cut);
    CHECK(records.recommendations[1].confidence < records.recommendations[0].confidence);
}

TEST_CASE("verbatim repeats are one record, reworded ones point at one another") {
    const Records records = found_in(R"(
        # Recommendations
        1. The Board should publish the list of all member offices every year.
        2. The Board should publish the list of all member offices every month.
        3. The Board should publish the list of all member offices every year.)");
    REQUIRE(records.recommendations.size() == 2);
    CHECK(records.recommendations[0].repeats.size() == 1);
    CHECK(records.recommendations[0].repeats[0].paragraph == "3");
    CHECK(records.recommendations[0].related == std::vector<std::string>{records.recommendations[1].id});
    CHECK(records.recommendations[1].related == std::vector<std::string>{records.recommendations[0].id});
}

TEST_CASE("what introduces numbered points gives them their status, the brackets their proposer") {
    const Records records = found_in(R"(
        # Conclusions
        9. The recommendations listed below did not enjoy the support of Norland:
        9.1. Ratify the Convention on Ports (Eastland);
        9.2. Publish the list of ports (Islands (Republic of)).)");
    REQUIRE(records.recommendations.size() == 2);
    CHECK(records.recommendations[0].status == RecommendationStatus::rejected);
    CHECK(records.recommendations[0].proposer == "Eastland");
    CHECK(records.recommendations[0].sources[0].paragraph == "9.1");
    CHECK(records.recommendations[1].proposer == "Islands (Republic of)");
}

TEST_CASE("a list of things is one outcome with what introduces it; a list of decisions is one outcome an item") {
    const WrittenDocument things(R"(
        # Resolution no. 2019/8
        The Committee,
        Approves the following draft publications:
        - Guide to ports
        Second edition
        - Guide to rivers
        Cancels the list of ferries.)");
    const Records one = found_in(things.document());
    REQUIRE(one.outcomes.size() == 2);
    CHECK(one.outcomes[0].text ==
          "Approves the following draft publications: Guide to ports Second edition Guide to rivers");
    REQUIRE(one.outcomes[0].sources.size() == 4);
    CHECK(things.document().slice(one.outcomes[0].sources[2].range) == "Second edition");
    CHECK(one.outcomes[1].text == "Cancels the list of ferries.");
    const Records each = found_in(R"(
        4. The Council decided to:
        (a) close the port;
        (b) open the river.)");
    REQUIRE(each.outcomes.size() == 2);
    CHECK(each.outcomes[0].text == "close the port");
    CHECK(each.outcomes[0].lead_in == "The Council decided to:");
}

TEST_CASE("a line with a number stands for a heading; answers are outcomes") {
    const Records records = found_in(R"(
        Recommendation 7
        Every office should have access to the register.
        Government response to recommendation 7
        The Government supports this recommendation. The Ministry will publish a plan.)");
    REQUIRE(records.recommendations.size() == 1);
    CHECK(records.recommendations[0].sources[0].paragraph == "7");
    REQUIRE(records.outcomes.size() == 2);
    CHECK(records.outcomes[0].sources[0].paragraph == "7");
    CHECK(records.outcomes[1].type == OutcomeType::committed);
}

TEST_CASE("French documents are read by French rules") {
    WrittenDocument written(R"(
        # Recommandations
        - Renforcer la concertation locale dès le début.
        Le Conseil a adopté le plan.)");
    written.document().language = "fr";
    const Records records = found_in(written.document());
    REQUIRE(records.recommendations.size() == 1);
    CHECK(records.recommendations[0].verb == "Renforcer");
    REQUIRE(records.outcomes.size() == 1);
    CHECK(records.outcomes[0].type == OutcomeType::adopted);
}

TEST_CASE("an empty document and one in an unknown language hold nothing") {
    CHECK(found_in(Document{}).recommendations.empty());
    WrittenDocument written("The Board should meet.");
    written.document().language = "zz";
    CHECK(found_in(written.document()).recommendations.empty());
}

}  // namespace rapporteur
