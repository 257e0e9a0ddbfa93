#pragma once

#include <map>
#include <string>

#include "extract/rule_set.h"
#include "model/record.h"

namespace rapporteur {

/// The answers that a document gives to numbered recommendations that it quotes ("Government response to recommendation
/// 7").
class Answers {
public:
    Answers(const RuleSet& rules, std::string_view language) : rules_(rules), language_(language) {}

    /// What the words of an answer say of the recommendation; nothing where they say nothing.
    std::optional<RecommendationStatus> status_in(std::string_view text) const;
    /// Takes in an outcome that stands under an answer's heading; its printed number says what it answers.
    void add(const Outcome& outcome);
    /// Gives a recommendation the first answer of the same number, and its status where the answer's words say it by
    /// the language's table "answers".
    void tie(Recommendation& recommendation) const;

private:
    const RuleSet& rules_;
    std::string language_;
    std::map<std::string, Response> by_number_;
};

}  // namespace rapporteur
