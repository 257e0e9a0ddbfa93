#include "extract/loose_pattern.h"

#include <doctest/doctest.h>

#include "extract/pattern.h"

namespace rapporteur {
namespace {

std::string loosened(std::string_view pattern) { return loosen(pattern).text; }

/// The part of a text that a pattern matches first.
std::string found(std::string_view pattern, const std::string& text) {
    const auto compiled = Pattern::compile(pattern);
    REQUIRE(compiled.ok());
    const auto match = compiled->find(text);
    CHECK(compiled->matches(text) == match.has_value());
    return match ? text.substr(match->range.begin, match->range.size()) : "nothing";
}

}  // namespace

TEST_CASE("a long counted repetition becomes a loop in a bracket of its own") {
    CHECK(loosened("a[^;]{2,200}b") == "a([^;]{2,})b");
    CHECK(loosened(".{0,60}?x") == "(.{0,}?)x");
    CHECK(loosened("(?P<a>\\w{1,40}) (b)") == "(?P<a>(\\w{1,})) (b)");
    CHECK(loosened("(?:[]),]{1,40})?") == "(?:([]),]{1,}))?");
    CHECK(loosened("[^;]{2,12} [a]{3} [b]{4,} a{2,90} \\.{2,90}") == "[^;]{2,12} [a]{3} [b]{4,} a{2,90} \\.{2,90}");
}

TEST_CASE("what is repeated as a whole stays as it is") {
    for (const char* pattern : {"(?:[a]{1,50},)*", "(?:b(?:[a]{1,50}))+", "(?:[a]{1,50} ){2,5}"})
        CHECK(loosened(pattern) == pattern);
    CHECK(loosened("[a]{1,50}(?:[b]{1,50})*[c]{1,50}") == "([a]{1,})(?:[b]{1,50})*([c]{1,})");
}

TEST_CASE("limits name their brackets, whatever brackets stand before them") {
    const LoosePattern loose = loosen("(a)[(](?i:b)(?P<c>[^;]{2,200})\\([d]{1,30}");
    REQUIRE(loose.limits.size() == 2);
    CHECK(loose.limits[0].group == 3);
    CHECK(loose.limits[0].most == 200);
    CHECK(loose.limits[1].group == 4);
    CHECK(loose.limits[1].most == 30);
}

TEST_CASE("limits count characters, not bytes") {
    CHECK(LengthLimit{1, 3}.allows("ééé"));
    CHECK_FALSE(LengthLimit{1, 3}.allows("éééé"));
    CHECK(LengthLimit{1, 3}.allows(""));
}

TEST_CASE("matches keep to the counts") {
    CHECK(found("a[^;]{2,20}b", "a" + std::string(20, '-') + "b") == "a" + std::string(20, '-') + "b");
    CHECK(found("a[^;]{2,20}b", "a" + std::string(21, '-') + "b") == "nothing");
    CHECK(found("a[^;]{2,20}b", "a-b") == "nothing");
    // The loose match is too long, another one is not.
    CHECK(found("a[^;]{0,20}b", "ab" + std::string(30, '-') + "b") == "ab");
    CHECK(found("a[^;]{0,20}b", "a" + std::string(30, '-') + "a--b") == "a--b");
    CHECK(found("^(?:[^;]{0,20}?x|y[^;]{0,20}b)", "y" + std::string(15, 'b') + "-----------x") ==
          "y" + std::string(15, 'b'));
}

TEST_CASE("captures are those of the pattern") {
    const auto pattern =
        Pattern::compile("(@who:[A-Z][^;]{2,90}) (?:and (@other:[a-z]{1,30}) )?asked (@what:.{1,50}?)\\.");
    REQUIRE(pattern.ok());
    const std::string text = "Then Norland asked for time. More.";
    const auto match = pattern->find(text);
    REQUIRE(match.has_value());
    REQUIRE(match->captures.size() == 2);
    CHECK(match->captures[0] == Capture{"who", {0, 12}});
    CHECK(match->captures[1] == Capture{"what", {19, 27}});
}

}  // namespace rapporteur
