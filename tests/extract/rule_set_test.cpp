#include "extract/rule_set.h"

#include <doctest/doctest.h>

#include "extract/match.h"

namespace rapporteur {
namespace {

std::string rule(const std::string& body) {
    return "<rules record=\"thing\">\n<fragment name=\"who\">the (?:board|chair)</fragment>\n" + body + "\n</rules>\n";
}

const std::string good =
    "<rule id=\"a\" priority=\"70\"><pattern>(@who:{who}) must</pattern><unless>never</unless><set type=\"x\"/>"
    "<example who=\"the board\">Then the board must act.</example><not>They act.</not></rule>";

Diagnostic error_of(const std::string& xml) {
    const auto set = load_rules({{"en/thing.xml", xml}});
    REQUIRE_FALSE(set.ok());
    return set.error();
}

}  // namespace

TEST_CASE("a rule finds its fields and is vetoed") {
    const auto set = load_rules({{"en/thing.xml", rule(good)}});
    REQUIRE(set.ok());
    const RuleGroup* group = set->group("en-GB", "thing");
    REQUIRE(group != nullptr);
    const std::string text = "So the chair must go.";
    const RuleMatch match = best_match(group, text, {});
    REQUIRE(match.rule != nullptr);
    CHECK(match.field(text, "who") == "the chair");
    CHECK(match.field(text, "type") == "x");
    CHECK(match.field(text, "none").empty());
    std::vector<Rejection> rejected;
    CHECK(match_rules(group, "The chair said that the board must never go.", {}, &rejected).empty());
    REQUIRE(rejected.size() == 1);
    CHECK(rejected[0].reason == "vetoed by \"never\"");
}

TEST_CASE("a rule looks only where it may") {
    const std::string xml = rule(
        "<rule id=\"a\" in=\"here\" not-in=\"there\" blocks=\"list_item\"><pattern>go</pattern><example>go</example>"
        "<not>stay</not></rule>");
    const auto set = load_rules({{"en/thing.xml", xml}});
    REQUIRE(set.ok());
    const RuleGroup* group = set->group("en", "thing");
    CHECK(best_match(group, "go", {RuleKind::cue, {"here"}, BlockKind::list_item}).rule != nullptr);
    CHECK(best_match(group, "go", {RuleKind::cue, {"here", "there"}, BlockKind::list_item}).rule == nullptr);
    CHECK(best_match(group, "go", {RuleKind::cue, {}, BlockKind::list_item}).rule == nullptr);
    CHECK(best_match(group, "go", {RuleKind::cue, {"here"}, BlockKind::paragraph}).rule == nullptr);
    CHECK(best_match(group, "go", {RuleKind::heading, {"here"}, BlockKind::list_item}).rule == nullptr);
}

TEST_CASE("what is wrong in a rule file is refused with its line") {
    const Diagnostic no_not = error_of(rule("<rule id=\"a\">\n<pattern>x</pattern><example>x</example></rule>"));
    CHECK(no_not.code == Code::rule_without_example);
    CHECK(no_not.place.file == "en/thing.xml");
    CHECK(no_not.place.line == 3);
    const Diagnostic no_example = error_of(rule("<rule id=\"a\"><pattern>x</pattern><not>y</not></rule>"));
    CHECK(no_example.code == Code::rule_without_example);
    const Diagnostic bad_pattern =
        error_of(rule("<rule id=\"a\">\n\n<pattern>(x</pattern><example>x</example><not>y</not></rule>"));
    CHECK(bad_pattern.code == Code::pattern_invalid);
    CHECK(bad_pattern.place.line == 5);
    const std::string ends = "<example>x</example><not>y</not></rule>";
    CHECK(error_of(rule("<rule id=\"a\"><pattern>{whom}</pattern>" + ends)).detail == "unknown fragment {whom}");
    CHECK(error_of(rule("<rule id=\"a\" kind=\"odd\"><pattern>x</pattern>" + ends)).detail == "unknown kind odd");
    CHECK(error_of(rule("<rule id=\"a\" weight=\"3\"><pattern>x</pattern>" + ends)).code == Code::rule_invalid);
    CHECK(error_of(rule("<rule id=\"a\" strength=\"6\"><pattern>x</pattern>" + ends)).code == Code::rule_invalid);
    CHECK(error_of(rule("<rule id=\"a\" blocks=\"page\"><pattern>x</pattern>" + ends)).code == Code::rule_invalid);
    CHECK(error_of(rule("<rule><pattern>x</pattern>" + ends)).code == Code::rule_invalid);
    CHECK(error_of(rule("<rule id=\"a\">" + ends)).code == Code::rule_invalid);
    CHECK(error_of(rule(good + good)).detail == "two rules have the id a");
    CHECK(error_of("<other/>").code == Code::rule_invalid);
    CHECK(error_of("<rules").code == Code::xml_malformed);
}

TEST_CASE("shared fragments and tables serve the whole language") {
    const auto set =
        load_rules({{"xx/a.xml",
                     "<rules record=\"k\"><rule "
                     "id=\"a\"><pattern>{colour}</pattern><example>red</example><not>no</not></rule></rules>"},
                    {"xx/fragments.xml",
                     "<rules><fragment name=\"colour\">red|blue</fragment>"
                     "<table name=\"t\"><entry key=\"1\">{colour} sky</entry></table></rules>"}});
    if (!set) FAIL(wording(set.error()));
    CHECK(best_match(set->group("xx", "k"), "so blue", {}).rule != nullptr);
    REQUIRE(set->table("xx", "t") != nullptr);
    CHECK(set->table("xx", "t")->entries.at(0).value == "(?:red|blue) sky");
    CHECK(set->group("en", "k") == nullptr);
    CHECK(set->languages() == std::vector<std::string>{"xx"});
}

TEST_CASE("the higher priority comes first") {
    const std::string low =
        "<rule id=\"low\" priority=\"10\"><pattern>act</pattern><example>act</example><not>y</not></rule>";
    const auto set = load_rules({{"en/thing.xml", rule(low + good)}});
    REQUIRE(set.ok());
    const auto found = match_rules(set->group("en", "thing"), "the board must act", {});
    REQUIRE(found.size() == 2);
    CHECK(found[0].rule->id == "a");
}

}  // namespace rapporteur
