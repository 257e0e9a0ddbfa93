#include "extract/literal_finder.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace rapporteur;

namespace {

/// In rising order.
std::vector<int> found(const LiteralFinder& finder, std::string_view text) {
    std::vector<int> literals = finder.find(text).found;
    std::sort(literals.begin(), literals.end());
    return literals;
}

}  // namespace

TEST_CASE("literals are found wherever they stand, inside one another too") {
    const LiteralFinder finder({"he", "she", "his", "hers", "é"});
    CHECK(found(finder, "ushers") == std::vector<int>{0, 1, 3});
    CHECK(found(finder, "this is his") == std::vector<int>{2});
    CHECK(found(finder, "café") == std::vector<int>{4});
    CHECK(found(finder, "").empty());
    CHECK(found(finder, "HERS") == std::vector<int>{0, 3});
    CHECK(found(finder, "É").empty());
    CHECK(found(LiteralFinder(), "he").empty());
}

TEST_CASE("each literal that stands in the text is met once and marked") {
    const LiteralHits hits = LiteralFinder({"on", "and", "or"}).find("on and on");
    CHECK(hits.found == std::vector<int>{0, 1});
    CHECK(hits.stands == std::vector<bool>{true, true, false});
}

TEST_CASE("every byte may stand in a literal") {
    std::vector<std::string> all;
    std::string text;
    for (int c = 0; c < 256; ++c) {
        if (c >= 'A' && c <= 'Z') continue;
        all.emplace_back(2, static_cast<char>(c));
        text += all.back();
    }
    const LiteralFinder finder(all);
    CHECK(found(finder, text).size() == all.size());
}
