#include "extract/terms.h"

#include <doctest/doctest.h>

#include "extract/shipped_rules.h"
#include "extract/written_document.h"

using namespace rapporteur;

namespace {

std::vector<std::string> terms_in(std::string_view notation) {
    static const Result<RuleSet> rules = load_rules(shipped_rules());
    if (!rules) FAIL(wording(rules.error()));
    const WrittenDocument written(notation);
    Records records;
    find_terms(written.document(), make_outline(written.document()), *rules, records);
    std::vector<std::string> found;
    for (const Term& term : records.terms) {
        found.push_back(term.short_form + " = " + term.long_form);
        const std::string source(written.document().slice(term.sources.at(0).range));
        CHECK(source.find(term.short_form) != std::string::npos);
        CHECK(source.find(term.long_form) != std::string::npos);
    }
    return found;
}

using Terms = std::vector<std::string>;

}  // namespace

TEST_CASE("terms expanded in running text") {
    CHECK(terms_in("The Council for River Fish (CRF) met with the Office of Tides (hereinafter “OOT”).") ==
          Terms{"CRF = Council for River Fish", "OOT = Office of Tides"});
    CHECK(terms_in("It is run by CRF (the Council for River Fish).") == Terms{"CRF = Council for River Fish"});
    CHECK(terms_in("^1 A note on Local Advisory Circles (LACs).") == Terms{"LACs = Local Advisory Circles"});
    CHECK(terms_in("- Report of Ms. Ana Lind (UN/DRM, 2014)").empty());
    CHECK(terms_in("! CRF Council for River Fish\n! CPR Conseil des poissons de la rivière") ==
          Terms{"CRF = Council for River Fish"});
}

TEST_CASE("terms are given once") {
    CHECK(terms_in("The Council for River Fish (CRF) met.\nThe Council for River Fish (CRF) rose.").size() == 1);
}

TEST_CASE("terms in lists of abbreviations") {
    const Terms expected{"CRF = Council for River Fish", "BIRM = International Bureau of River Maps",
                         "UN/DRM = Department of River Maps of the Secretariat"};
    CHECK(terms_in("# Abbreviations\nCRF Council for River Fish\nBIRM: International Bureau of River Maps\n"
                   "UN/DRM – Department of River Maps of the Secretariat\n# Report\nCRF Members met yesterday") ==
          expected);
    CHECK(terms_in("The following abbreviations are used in this note:\n- CRF Council for River Fish\n"
                   "- BIRM International Bureau of River Maps\n- UN/DRM Department of River Maps of the Secretariat") ==
          expected);
    CHECK(terms_in("# Acronyms\n| CRF | Council for River Fish |\n| BIRM | International Bureau of River Maps |\n"
                   "| UN/DRM | Department of River Maps of the Secretariat |") == expected);
    CHECK(terms_in("| CRF | Council for River Fish |\n| XYZ | Ms. Ana Lind |") ==
          Terms{"CRF = Council for River Fish"});
}

TEST_CASE("what is no term") {
    CHECK(terms_in("The report (A/61/12) and the budget (USD) were read by Ms. Lind (ATL).").empty());
    CHECK(terms_in("Members (see annex) met (Geneva).").empty());
    CHECK(terms_in("~ Council for River Fish (CRF)").empty());
}
