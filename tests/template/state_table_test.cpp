#include "template/state_table.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "support/region.h"

using namespace rapporteur;

namespace {

std::string refusal(const std::string& text) {
    const auto table = read_state_table({"states.toml", text});
    return table ? "" : std::to_string(table.error().place.line) + ": " + table.error().detail;
}

}  // namespace

TEST_CASE("the shipped table is read, and every member is a country's code") {
    std::ifstream in(std::string(RAPPORTEUR_SOURCE_DIR) + "/templates/states.toml");
    const auto table = read_state_table({"states.toml", {std::istreambuf_iterator<char>(in), {}}});
    REQUIRE(table.ok());
    const std::vector<std::string> all = region_codes();
    const std::set<std::string> codes(all.begin(), all.end());
    CHECK(table->groups.size() > 20);
    for (const StateGroup& group : table->groups) {
        INFO(group.name);
        CHECK(group.everybody == group.members.empty());
        for (const std::string& member : group.members) CHECK(codes.contains(member));
        CHECK(std::set<std::string>(group.members.begin(), group.members.end()).size() == group.members.size());
    }
    for (const StateNames& state : table->states) CHECK(codes.contains(state.code));
}

TEST_CASE("a mistake in the table is told with its line") {
    CHECK(refusal("[[group]]\nname = \"A\"\nmembers = 3\n") == "3: members is not a list");
    CHECK(refusal("[[group]]\naliases = []\n") == "1: name is missing");
    CHECK(refusal("[[state]]\ncode = \"FR\"\nnames = [1]\n") == "3: names holds something other than texts");
    CHECK(refusal("[countries]\n").find("unknown table countries") != std::string::npos);
    CHECK(refusal("[[group]\n").starts_with("1: "));
}
