#include "support/capital.h"

#include <doctest/doctest.h>

using namespace rapporteur;

TEST_CASE("a text gets a capital for its first character, of whatever alphabet and locale") {
    CHECK(capitalised("rural post offices") == "Rural post offices");
    CHECK(capitalised("écoles") ==
          "École"
          "s");
    CHECK(capitalised("items") == "Items");  // a dotted capital stands in Turkish only
    CHECK(capitalised("ışık") == "Işık");
    CHECK(capitalised("3 papers") == "3 papers");
    CHECK(capitalised("").empty());
}
