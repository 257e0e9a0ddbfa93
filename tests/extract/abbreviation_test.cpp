#include "extract/abbreviation.h"

#include <doctest/doctest.h>

#include <string>

using namespace rapporteur;

namespace {

const SmallWords small_words{"of", "the", "and", "for", "on", "in", "against", "to", "des", "pour", "les"};

struct Expansion {
    std::string_view before, short_form, gives;
};

constexpr Expansion expansions[] = {
    {"a plan of the Council for River Fish", "CRF", "Council for River Fish"},
    {"the 1994 United Nations Interregional Conference on Rivers and Harbours", "ICRH",
     "Interregional Conference on Rivers and Harbours"},
    {"the second United Nations Harbour Board High-level Review on Tides and Rivers", "UNHB/HLR",
     "United Nations Harbour Board High-level Review on Tides and Rivers"},
    {"several Local Advisory Circles on Rivers", "LACs", "Local Advisory Circles on Rivers"},
    {"a multi-partner harbour fund", "MHF", "multi-partner harbour fund"},
    {"of the UN River Team", "UNRT", "UN River Team"},
    {"the “National Partnership on Harbours and Dykes”", "NPHD", "National Partnership on Harbours and Dykes"},
    {"by the OKLM Mapping System", "OKLM-MS", "OKLM Mapping System"},
    {"the provisional Mapping Group", "prMG", "provisional Mapping Group"},
    {"Knowledge Network on Maps and Dykes", "KNOMAD", "Knowledge Network on Maps and Dykes"},
    {"Office of the United Nations High Envoy for Dykes", "OHED", "Office of the United Nations High Envoy for Dykes"},
    {"Executive Director, United Nations Harbour Trust", "UNTHA", "United Nations Harbour Trust"},
    {"the International Bureau of River Maps", "BIRM", "International Bureau of River Maps"},
    {"the Regional Mapping Centre in Quay, Atlantis", "RMCQ", "Regional Mapping Centre in Quay"},
    {"the Optional Protocol to the Convention against Tides and Other Cruel Waters", "OP-CAT",
     "Optional Protocol to the Convention against Tides and Other Cruel Waters"},
    {"Node.js Steering Circle", "NSC", "Node.js Steering Circle"},
    {"the Harbour Board. River Maps", "HBRM", ""},
    {"Ms. Ana Lind of Atlantis", "FAO", ""},
    {"in Atlantis", "AT", ""},
    {"the amounts stated", "USD", ""},
    {"", "ABC", ""},
    {"the Board", "B", ""},
};

}  // namespace

TEST_CASE("what an abbreviation before it stands for") {
    for (const Expansion& expansion : expansions) {
        INFO(expansion.before, " (", expansion.short_form, ")");
        const auto found = expansion_at_end(expansion.before, expansion.short_form, small_words);
        const std::string given(found ? expansion.before.substr(found->begin, found->size()) : "");
        CHECK(given == expansion.gives);
    }
}

TEST_CASE("whether a whole text is what an abbreviation stands for") {
    CHECK(expands("Council for River Fish", "CRF", small_words));
    CHECK(expands("the Council for River Fish", "CRF", small_words));
    CHECK(expands("Interregional Conference on Rivers and Harbours", "ICRH", small_words));
    CHECK_FALSE(expands("see the annex", "CRF", small_words));
    CHECK_FALSE(expands("Council", "CO", small_words));
    CHECK_FALSE(expands("", "CRF", small_words));
}

TEST_CASE("a long text before an abbreviation is searched in bounded time") {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "Council of Rivers ";
    CHECK(expansion_at_end(text, "CR", small_words));
}
