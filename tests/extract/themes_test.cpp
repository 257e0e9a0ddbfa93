#include "extract/themes.h"

#include <doctest/doctest.h>

#include "extract/shipped_rules.h"
#include "extract/stemmer.h"

namespace rapporteur {
namespace {

const char* const small = R"(<themes>
  <theme id="fees"><title lang="en">Fees</title><title lang="fr">Frais</title>
    <terms lang="en">transfer cost; fee</terms><terms weight="0.5">money</terms></theme>
  <theme id="ports"><title lang="en">Ports</title><terms>port; harbour</terms></theme>
</themes>)";

Diagnostic error_of(const std::string& xml) {
    const auto themes = load_themes({{"t.xml", xml}});
    REQUIRE_FALSE(themes.ok());
    return themes.error();
}

}  // namespace

TEST_CASE("words meet by their stems") {
    const Stemmer stemmer("en-GB");
    CHECK(stemmer.stems("Transferring costs") == stemmer.stems("transfer cost"));
    CHECK(stemmer.stems("") == std::vector<std::string>{});
    CHECK(Stemmer("zz").stems("Häuser am Meer") == std::vector<std::string>{"hauser", "am", "meer"});
}

TEST_CASE("a text has the themes whose terms it holds") {
    const auto themes = load_themes({{"t.xml", small}});
    if (!themes) FAIL(wording(themes.error()));
    const auto scores = themes->score("Fees and transfer costs rose in two harbours.", "", "en");
    REQUIRE(scores.size() == 2);
    CHECK(scores[0].id == "fees");
    CHECK(scores[0].score == doctest::Approx(0.67));
    CHECK(scores[1].id == "ports");
    CHECK(scores[1].score == doctest::Approx(0.5));
    CHECK(themes->score("Money was short.", "", "en").empty());
    CHECK(themes->score("Money was short.", "Fees", "en").size() == 1);
    CHECK(themes->score("Fees", "", "xx").empty());
    CHECK(themes->find("fees")->title("fr-CH") == "Frais");
    CHECK(themes->find("ports")->title("fr") == "Ports");
    CHECK(themes->find("none") == nullptr);
}

TEST_CASE("what is wrong in a theme file is refused with its line") {
    CHECK(error_of("<themes>\n<theme/></themes>").place.line == 2);
    CHECK(error_of("<themes><theme id=\"a\"/></themes>").detail == "a has no title");
    CHECK(error_of("<other/>").code == Code::theme_invalid);
    const std::string twice = "<theme id=\"a\"><title>A</title></theme>";
    CHECK(error_of("<themes>" + twice + twice + "</themes>").detail == "two themes have the id a");
    CHECK(error_of("<themes><theme id=\"a\"><title>A</title><terms weight=\"x\">b</terms></theme></themes>").code ==
          Code::theme_invalid);
}

TEST_CASE("the themes that are shipped load, and are at least twelve with terms of their own") {
    const auto themes = load_themes(shipped_themes());
    if (!themes) FAIL(wording(themes.error()));
    CHECK(themes->all().size() >= 12);
    const auto scores = themes->score("Members should lower the cost of sending remittances.", "", "en");
    REQUIRE(scores.size() == 1);
    CHECK(scores[0].id == "remittances");
}

}  // namespace rapporteur
