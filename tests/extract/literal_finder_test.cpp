#include "extract/literal_finder.h"

#include <doctest/doctest.h>

using namespace rapporteur;

TEST_CASE("literals are found wherever they stand, inside one another too") {
    const LiteralFinder finder({"he", "she", "his", "hers", "é"});
    CHECK(finder.find("ushers") == std::vector<int>{0, 1, 3});
    CHECK(finder.find("this is his") == std::vector<int>{2});
    CHECK(finder.find("café") == std::vector<int>{4});
    CHECK(finder.find("").empty());
    CHECK(finder.find("HE").empty());
    CHECK(LiteralFinder().find("he").empty());
}

TEST_CASE("every byte may stand in a literal") {
    std::vector<std::string> all;
    std::string text;
    for (int c = 0; c < 256; ++c) {
        all.emplace_back(2, static_cast<char>(c));
        text += all.back();
    }
    const LiteralFinder finder(all);
    // The last of 256 bytes shares the class of the bytes that stand nowhere, so it may be found too often but never
    // missed.
    CHECK(finder.find(text).size() == all.size());
}
