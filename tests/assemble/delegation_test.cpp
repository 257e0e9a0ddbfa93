#include "assemble/delegation.h"

#include <doctest/doctest.h>

#include "assemble/assemble.h"
#include "assemble/harbour_records.h"

using namespace rapporteur;

namespace {

StateTable table() {
    return {{{"VN", {"Viet Nam"}}, {"US", {"United States of America", "United States"}}},
            {{"Member States", {"States", "Governments"}, {}, true},
             {"Channel Group", {"Channel countries", "CG"}, {"NO", "DK"}, false},
             {"Council of Ports", {}, {"Chart Office"}, false}}};
}

std::vector<std::string> names_of_groups(const Delegation& delegation) {
    std::vector<std::string> names;
    for (const StateGroup& group : delegation.groups) names.push_back(group.name);
    return names;
}

Briefing briefing_for(const std::string& delegation, Records records = harbour::records()) {
    const Library library(records, {}, {});
    const MeetingCluster& meeting = *library.meeting_of_key("forum-3");
    AssembleOptions options;
    options.delegation = delegation_of(delegation, table());
    return assemble(library, {false, meeting.key, meeting.name, "forum"}, options);
}

}  // namespace

TEST_CASE("a State is found by its name in several languages, by the table's names and by its code") {
    for (const char* name : {"Norway", "norvège", "Noruega", "NO", "the Norway"}) {
        INFO(name);
        CHECK(names_of_groups(delegation_of(name, table())) ==
              std::vector<std::string>{"Member States", "Channel Group"});
    }
    CHECK(names_delegation(delegation_of("Viet Nam", table()), "the delegation of Vietnam"));
    CHECK(delegation_of("NO", table()).name == "Norway");
}

TEST_CASE("a body is no State: it belongs to the groups that list it by name") {
    CHECK(names_of_groups(delegation_of("Chart Office", table())) == std::vector<std::string>{"Council of Ports"});
}

TEST_CASE("a name inside the name of another State is not meant") {
    const Delegation sudan = delegation_of("Sudan", table());
    CHECK(names_delegation(sudan, "the Government of Sudan"));
    CHECK_FALSE(names_delegation(sudan, "South Sudan"));
    CHECK(names_delegation(sudan, "South Sudan and Sudan"));
    CHECK_FALSE(names_delegation(delegation_of("Guinea", table()), "Guinea-Bissau, Papua New Guinea"));
    CHECK_FALSE(names_delegation(delegation_of("Niger", table()), "Nigeria"));
}

TEST_CASE("a group's plain word names it only where it stands alone") {
    const StateGroup everybody = table().groups.front();
    CHECK(names_group(everybody, "States"));
    CHECK(names_group(everybody, "all Governments"));
    CHECK(names_group(everybody, "Member States of the Council"));
    CHECK_FALSE(names_group(everybody, "the United States"));
    CHECK(names_group(table().groups[1], "members of the CG"));
}

TEST_CASE("what concerns a delegation: its groups' recommendations, its proposals, its people and its words") {
    Records records = harbour::records();
    records.recommendations[1].addressees = {"Norway"};
    records.recommendations[2].proposer = records.recommendations[3].proposer = "Norway";
    records.interventions[0].speaker = "The representative of Norway";
    records.agenda_items[1].talks[0].speakers[0].affiliation = "Ministry of Ports, Norway";
    const ConcernPage page = briefing_for("Norway", records).concern;
    REQUIRE(page.to_it.size() == 1);
    CHECK(page.to_it[0].quotation.text.starts_with("Port authorities should"));
    REQUIRE(page.to_groups.size() == 1);
    CHECK(page.to_groups[0].group == "Member States");
    CHECK(page.to_groups[0].rows.front().quotation.text.starts_with("Mr. Berg urged"));
    REQUIRE(page.by_it.size() == 1);
    REQUIRE(page.said.size() == 1);
    REQUIRE(page.people.size() == 1);
    CHECK(page.people[0].number == "II");
    CHECK(page.people[0].person.name == "Olav Berg");
}

TEST_CASE("a delegation that nothing concerns is told so; a pack for nobody has no such page") {
    CHECK(briefing_for("Atlantis").concern.empty());
    CHECK(briefing_for("Atlantis").concern.delegation == "Atlantis");
    const Records records = harbour::records();
    const Library library(records, {}, {});
    CHECK(assemble(library, {false, "forum-3", "Forum", "forum"}, {}).concern.delegation.empty());
}

TEST_CASE("of many recommendations to a group the strongest are shown, the others by number") {
    Records records = harbour::records();
    for (int i = 0; i < 12; ++i)
        records.recommendations.push_back(
            harbour::recommendation("more-" + std::to_string(i), "Governments should sail.", 1 + i % 5, "should",
                                    "Governments", harbour::at("paper", 3, std::to_string(20 + i))));
    const ConcernPage page = briefing_for("Norway", records).concern;
    REQUIRE(page.to_groups.size() == 1);
    CHECK(page.to_groups[0].rows.size() == 8);
    CHECK(page.to_groups[0].rows.front().strength == 5);
    CHECK(page.to_groups[0].further.size() == 5);
}
