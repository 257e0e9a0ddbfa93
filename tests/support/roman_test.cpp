#include "support/roman.h"

#include <doctest/doctest.h>

using namespace rapporteur;

TEST_CASE("every number comes back from its numeral") {
    for (int value = 1; value < 4000; ++value) CHECK(roman_value(roman_numeral(value)) == value);
    CHECK(roman_numeral(1994) == "mcmxciv");
    CHECK(roman_value("XIV") == 14);
}

TEST_CASE("what is no number has no numeral, and what is no numeral no value") {
    CHECK(roman_numeral(0) == "");
    CHECK(roman_numeral(-3) == "");
    CHECK(roman_numeral(2'147'483'647).size() < 60);
    for (const char* other : {"", "IIII", "IXIV", "IC", "ivx", "x1", "a", "ii.", "mmmmmmmmmmmmmmmm"})
        CHECK(roman_value(other) == 0);
}
