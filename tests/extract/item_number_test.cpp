#include "extract/item_number.h"

#include <doctest/doctest.h>

#include <string>

namespace rapporteur {
namespace {

/// "depth" or "depth<parent" of each number taken, "-" for those refused, "*" before one that begins anew.
std::string taken(const std::vector<std::string>& numbers, bool may_restart = false) {
    NumberSequence sequence;
    std::string out;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto place = sequence.take(numbers[i], i, may_restart);
        if (i > 0) out += " ";
        if (!place) {
            out += "-";
            continue;
        }
        out += (place->restarts ? "*" : "") + std::to_string(place->depth);
        if (place->parent) out += "<" + std::to_string(*place->parent);
    }
    return out;
}

}  // namespace

TEST_CASE("ways of reading a number") {
    REQUIRE(read_item_number("V").size() == 2);
    CHECK(read_item_number("V")[0].style == NumberStyle::roman);
    CHECK(read_item_number("V")[0].value() == 5);
    CHECK(read_item_number("V")[1].value() == 22);
    CHECK(read_item_number("10.2")[0].parts == std::vector<int>{10, 2});
    CHECK(read_item_number("156 (a)")[0].parts == std::vector<int>{156, 1});
    CHECK(read_item_number("(b)")[0].style == NumberStyle::letter_lower);
    CHECK(read_item_number("XIV")[0].value() == 14);
    CHECK(read_item_number("IIII").empty());
    CHECK(read_item_number("").empty());
    CHECK(read_item_number("99999999999999999999").empty());
    CHECK(read_item_number("Item").empty());
}

TEST_CASE("items and their sub-items") {
    CHECK(taken({"1", "2", "(a)", "(b)", "3", "(a)"}) == "0 0 1<1 1<1 0 1<4");
    CHECK(taken({"9", "10", "10.1", "10.2", "11", "11.1"}) == "0 0 1<1 1<1 0 1<4");
    CHECK(taken({"I", "II", "IV"}) == "0 0 0");
    CHECK(taken({"A", "1", "2", "B", "3", "4"}) == "0 1<0 1<0 0 1<3 1<3");
    CHECK(taken({"G", "H", "I", "J"}) == "0 0 0 0");
    CHECK(taken({"(h)", "(i)", "(j)"}) == "0 0 0");
    CHECK(taken({"1", "(a)", "(i)", "(ii)", "(b)"}) == "0 1<0 2<1 2<1 1<0");
}

TEST_CASE("numbers out of order are refused, unless the list may begin anew") {
    CHECK(taken({"1", "2", "1", "3"}) == "0 0 - 0");
    CHECK(taken({"1", "2", "1", "2"}, true) == "0 0 *0 0");
    CHECK(taken({"1", "2", "45"}) == "0 0 -");
    CHECK(taken({"10", "10.2", "10.1"}) == "0 1<0 -");
    CHECK(taken({"120", "121"}) == "- -");
}

}  // namespace rapporteur
