#include "extract/pattern.h"

#include <doctest/doctest.h>

namespace rapporteur {
namespace {

Pattern compiled(std::string_view text) {
    auto pattern = Pattern::compile(text);
    REQUIRE(pattern.ok());
    return *pattern;
}

}  // namespace

TEST_CASE("named captures give byte ranges") {
    const Pattern pattern = compiled("(@first:\\pL+) (?:x|(@second:\\d+))");
    const std::string text = "é. Kőrös 12";
    const auto match = pattern.find(text);
    REQUIRE(match.has_value());
    CHECK(text.substr(match->range.begin, match->range.size()) == "Kőrös 12");
    REQUIRE(match->captures.size() == 2);
    CHECK(match->captures[0] == Capture{"first", {4, 11}});
    CHECK(match->captures[1] == Capture{"second", {12, 14}});
    CHECK(pattern.find("ab x")->captures.size() == 1);
    CHECK(pattern.names() == std::vector<std::string>{"first", "second"});
}

TEST_CASE("line breaks with their indentation are left out and apostrophes are both kinds") {
    CHECK(compiled("a|\n      bc").matches("bc"));
    CHECK(compiled("State's").matches("State’s"));
    CHECK(compiled("State's").matches("State's"));
    CHECK(compiled("[x']y").matches("'y"));
    CHECK_FALSE(compiled("[x']y").matches("’y"));
}

TEST_CASE("all matches from left to right") {
    const auto all = compiled("a*b?").find_all("xaab-b");
    REQUIRE(all.size() == 2);
    CHECK(all[0].range == Range{1, 4});
    CHECK(all[1].range == Range{5, 6});
    CHECK(compiled("a").find_all("").empty());
}

TEST_CASE("a bad pattern is refused with its place") {
    const auto bad = Pattern::compile("(", Place{"f.xml", 0, 7, 0});
    REQUIRE_FALSE(bad.ok());
    CHECK(bad.error().code == Code::pattern_invalid);
    CHECK(bad.error().place.line == 7);
    CHECK_FALSE(Pattern{}.matches("x"));
}

TEST_CASE("bytes that are no UTF-8 do no harm") {
    CHECK(
        compiled("b").matches("a\xFF\xC3"
                              "b"));
    CHECK_FALSE(compiled(".+x").matches("\xFF\xFE"));
}

TEST_CASE("what has no mistake may wait to be compiled until it is used") {
    const auto later = Pattern::compile("(@word:\\pL+) \\d", {}, Compile::at_first_use);
    REQUIRE(later.ok());
    CHECK(later->names() == std::vector<std::string>{"word"});
    CHECK(later->matches("page 7"));
    const auto wrong = Pattern::compile("(", {}, Compile::at_first_use);
    REQUIRE(wrong.ok());
    CHECK_FALSE(wrong->matches("("));
    CHECK_FALSE(wrong->find("(").has_value());
}

TEST_CASE("captures of a pattern for a text's beginning") {
    const Pattern pattern = compiled("(?i)^(@title:.*\\S)\\s*-\\s*slides$");
    CHECK_FALSE(pattern.find("Opening - slide").has_value());
    const auto match = pattern.find("Opening - Slides");
    REQUIRE(match.has_value());
    CHECK(match->captures == std::vector<Capture>{{"title", {0, 7}}});
    CHECK_FALSE(pattern.find("Opening - Slides", 3).has_value());
}

TEST_CASE("a set tells which patterns' indispensable words a text holds") {
    const Pattern urge = compiled("(?i)\\burg(?:e|es|ed)\\b"), council = compiled("Council .* decides"),
                  any = compiled("^\\pL+$");
    const PatternSet set({&urge, &council, &any});
    CHECK(set.possible("The Council URGES and decides") == std::vector<bool>{true, true, true});
    CHECK(set.possible("she urged") == std::vector<bool>{true, false, true});
    CHECK(set.possible("the Council") == std::vector<bool>{false, false, true});
    CHECK(PatternSet({}).possible("z").empty());
}

TEST_CASE("a set never leaves out a pattern that matches") {
    const Pattern patterns[] = {compiled("a"), compiled("b"), compiled("^c"), compiled("[xyz]é"), compiled("(?i)ÉTAT")};
    const PatternSet set({&patterns[0], &patterns[1], &patterns[2], &patterns[3], &patterns[4]});
    for (const std::string_view text : {"xba", "cb", "z", "yé", "l’état", "L’ÉTAT", ""}) {
        const std::vector<bool> possible = set.possible(text);
        for (std::size_t i = 0; i < 5; ++i) {
            INFO(text << " " << i);
            CHECK((possible[i] || !patterns[i].matches(text)));
        }
    }
}

}  // namespace rapporteur
