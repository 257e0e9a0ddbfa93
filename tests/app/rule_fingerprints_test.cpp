#include "app/rule_fingerprints.h"

#include <doctest/doctest.h>

using namespace rapporteur;

namespace {

const std::vector<NamedText> themes{{"themes.xml", "<themes/>"}};

RuleFingerprints with(const std::string& en, const std::string& fr, const std::string& common = "c") {
    return {{{"en/agenda.xml", en}, {"fr/agenda.xml", fr}, {"confidence.xml", common}}, themes};
}

}  // namespace

TEST_CASE("a changed rule concerns documents of its language, the first or the second, and no others") {
    const RuleFingerprints before = with("1", "1"), other_french = with("1", "2");
    CHECK(before.is_current(before.of({"en"})));
    CHECK(other_french.is_current(before.of({"en"})));
    CHECK_FALSE(other_french.is_current(before.of({"fr"})));
    CHECK_FALSE(other_french.is_current(before.of({"en", "fr"})));
    CHECK(before.of({"fr", "en", "en"}) == before.of({"en", "fr"}));
}

TEST_CASE("what all languages share, themes and a language that is new concern every document") {
    const RuleFingerprints before = with("1", "1");
    CHECK_FALSE(with("1", "1", "d").is_current(before.of({"en"})));
    CHECK_FALSE(RuleFingerprints({{"en/agenda.xml", "1"}, {"fr/agenda.xml", "1"}, {"confidence.xml", "c"}}, {})
                    .is_current(before.of({"en"})));
    CHECK_FALSE(
        RuleFingerprints(
            {{"en/agenda.xml", "1"}, {"fr/agenda.xml", "1"}, {"es/agenda.xml", "1"}, {"confidence.xml", "c"}}, themes)
            .is_current(before.of({"en"})));
    // A language without rules has the dates of the default one; a document that could not be read has none.
    CHECK_FALSE(with("2", "1").is_current(before.of({"de"})));
    CHECK(with("2", "2").is_current(before.of({})));
    CHECK_FALSE(before.is_current(""));
    CHECK_FALSE(before.is_current("5b1c"));
}
