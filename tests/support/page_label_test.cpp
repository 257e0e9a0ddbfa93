#include "support/page_label.h"

#include <doctest/doctest.h>

using namespace rapporteur;

TEST_CASE("pages in letters count as PDF viewers count them") {
    CHECK(page_letters(1) == "A");
    CHECK(page_letters(26) == "Z");
    CHECK(page_letters(27) == "AA");
    CHECK(page_letters(28) == "BB");
    CHECK(page_letters(53) == "AAA");
    CHECK(page_letters(0).empty());
    CHECK(page_letters(2'000'000'000).empty());
}

TEST_CASE("labels are read and printed alike, and stand in the order of their sheets") {
    for (const char* text : {"1", "12", "12A", "12Z", "12AA", "12BB", "100000"}) {
        const auto label = parse_page_label(text);
        REQUIRE_MESSAGE(label, text);
        CHECK(to_string(*label) == text);
    }
    CHECK(*parse_page_label("9") < *parse_page_label("12"));
    CHECK(*parse_page_label("12") < *parse_page_label("12A"));
    CHECK(*parse_page_label("12Z") < *parse_page_label("12AA"));
    CHECK(*parse_page_label("12AA") < *parse_page_label("13"));
}

TEST_CASE("what is no label of a page is not taken for one") {
    for (const char* text : {"", "A", "S1", "0", "012", "-3", "12a", "12AB", "12 A", "12A1", "100001", "99999999999"})
        CHECK_MESSAGE(!parse_page_label(text), text);
}
