#include "extract/answers.h"

namespace rapporteur {
namespace {

/// "7" of "7(a)".
std::string whole_number(const std::string& paragraph) { return paragraph.substr(0, paragraph.find('(')); }

}  // namespace

std::optional<RecommendationStatus> Answers::status_in(std::string_view text) const {
    const RuleTable* answers = rules_.table(language_, "answers");
    if (answers == nullptr) return std::nullopt;
    for (const TableEntry& entry : answers->entries) {
        if (!entry.pattern.matches(text)) continue;
        for (int i = 0; i <= static_cast<int>(RecommendationStatus::implemented); ++i) {
            if (name_of(static_cast<RecommendationStatus>(i)) == entry.key) return static_cast<RecommendationStatus>(i);
        }
    }
    return std::nullopt;
}

void Answers::add(const Outcome& outcome) {
    const std::string number = whole_number(outcome.sources.front().paragraph);
    if (!number.empty()) by_number_.try_emplace(number, Response{outcome.text, outcome.body, outcome.sources});
}

void Answers::tie(Recommendation& recommendation) const {
    const auto found = by_number_.find(whole_number(recommendation.sources.front().paragraph));
    if (found == by_number_.end() || recommendation.response) return;
    recommendation.response = found->second;
    if (const auto status = status_in(found->second.text)) recommendation.status = *status;
}

}  // namespace rapporteur
