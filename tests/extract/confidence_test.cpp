#include "extract/confidence.h"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "extract/shipped_knowledge.h"
#include "extract/statements.h"
#include "extract/written_document.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// The shipped file of weights with one text in it replaced.
NamedText weights_with(const std::string& old_text, const std::string& new_text) {
    for (NamedText file : shipped_rules()) {
        if (file.name != "confidence.xml") continue;
        const std::size_t at = file.text.find(old_text);
        REQUIRE(at != std::string::npos);
        file.text.replace(at, old_text.size(), new_text);
        return file;
    }
    FAIL("no file of weights");
    return {};
}

std::string refusal_of(const NamedText& file) {
    const auto model = read_confidence(file, shipped_knowledge().rules.signs());
    REQUIRE_FALSE(model.ok());
    CHECK(model.error().code == Code::rule_invalid);
    return wording(model.error());
}

struct Share {
    int right = 0, all = 0;
    double of() const { return all == 0 ? 1.0 : static_cast<double>(right) / all; }
};

/// What the shipped weights say of the labelled statements of documents that the rules were not written with, by tenths
/// from 0.5 on; what is below stands first.
std::vector<Share> shares_by_tenth() {
    const ConfidenceModel& model = shipped_knowledge().rules.confidence();
    std::vector<Share> shares(6);
    std::ifstream in(RAPPORTEUR_SOURCE_DIR "/tests/extract/labels/statements.jsonl");
    for (std::string line; std::getline(in, line);) {
        const auto label = nlohmann::json::parse(line);
        if (label.contains("developed") || label.contains("taken")) continue;
        Features features{label["certainty"], {}};
        const std::string names = label["features"];
        for (const std::string_view name : split(std::string_view(names), ' ')) features.names.emplace_back(name);
        const double said = model.confidence(features);
        Share& share = shares[said < 0.5 ? 0 : static_cast<std::size_t>((said - 0.5) * 10 + 1e-9) + 1];
        ++share.all;
        share.right += label["right"] ? 1 : 0;
    }
    return shares;
}

double confidence_of(std::string_view notation) {
    const WrittenDocument written(notation);
    Records records;
    find_statements(written.document(), make_outline(written.document()), shipped_knowledge().rules, records);
    REQUIRE(records.recommendations.size() == 1);
    return records.recommendations[0].confidence;
}

}  // namespace

TEST_CASE("of what says 0.9 about nine in ten are right, of what says less, fewer") {
    const std::vector<Share> shares = shares_by_tenth();
    for (const Share& share : shares) MESSAGE(share.right << " of " << share.all << " right: " << share.of());
    int all = 0;
    for (const Share& share : shares) all += share.all;
    CHECK(all > 500);
    CHECK(shares[5].of() > 0.9);
    CHECK(shares[4].of() > 0.75);
    CHECK(shares[0].of() < 0.6);
    CHECK(shares[5].all > 150);
}

TEST_CASE("the place and the wording of a statement count") {
    const double plain = confidence_of("The harbour should repaint its lamps every year.");
    const double told =
        confidence_of("! Report of the Board of Ports\n# Recommendations\n4. The Board should repaint its lamps.");
    const double to_reader = confidence_of("The harbour should repaint the lamps that you hand in.");
    const double quoted = confidence_of("He said “the harbour should repaint its lamps every year”.");
    CHECK(told > plain);
    CHECK(to_reader < plain);
    CHECK(quoted < plain);
    CHECK(told >= 0.8);
    CHECK(confidence_of("The harbour should repaint its lamps every [cut]") < plain);
}

TEST_CASE("without weights a statement is as sure as its rule") {
    const ConfidenceModel plain;
    CHECK(plain.confidence({0.83, {"outcome", "cut"}}) == doctest::Approx(0.83));
    const ConfidenceModel one(0, 1, {{"cut", "breaks off", -1.0}});
    CHECK(one.confidence({0.5, {"cut"}}) == doctest::Approx(0.27));
    CHECK(hundredths(0.82) == "0.82");
    CHECK(signed_hundredths(-1.1) == "-1.10");
    CHECK(signed_hundredths(0) == "+0.00");
    CHECK(one.reasons({0.5, {"cut", "outcome"}}).size() == 1);
}

TEST_CASE("what is wrong in the file of weights is refused with its line") {
    CHECK(refusal_of(weights_with("of=\"cut\"", "of=\"cute\"")).find("confidence.xml:") == 0);
    CHECK(refusal_of(weights_with("of=\"cut\"", "of=\"outcome\"")).find("a second: outcome") != std::string::npos);
    CHECK(refusal_of(weights_with("<confidence>", "<confidence><load/>")).find("unknown element load") !=
          std::string::npos);
    CHECK(refusal_of(weights_with("of=\"cut\" value=\"", "of=\"cut\" value=\"x")).find("value=\"x") !=
          std::string::npos);
    CHECK(refusal_of(weights_with("<confidence>", "<confidence><weight of=\"cut\" value=\"1\"> </weight>"))
              .find("words") != std::string::npos);
    CHECK(refusal_of({"confidence.xml", "<confidence/>"}).find("no weight of") != std::string::npos);
    CHECK(refusal_of({"confidence.xml", "<rules/>"}).find("root") != std::string::npos);
}

TEST_CASE("every sign of every language has a weight") {
    const RuleSet& rules = shipped_knowledge().rules;
    CHECK(rules.signs().size() > 10);
    CHECK(rules.confidence().weights().size() == rules.signs().size() + feature_count);
}

}  // namespace rapporteur
