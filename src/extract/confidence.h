#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/named_text.h"
#include "support/result.h"

namespace rapporteur {

/// What is known of a statement beside the words that its rule matched, each a yes or no; a language's tables "signs"
/// and "verb_signs" add those that only words can tell.
enum class Feature {
    outcome,  // the kind of statement; a recommendation where neither
    intervention,
    labelled,   // by its number or label, not by a phrase
    in_table,   // in a row, by the head of its column
    lent_verb,  // by the clause above its list
    list_item,
    footnote,
    numbered,  // stands in a paragraph with a printed number
    opens_block,
    operative,        // of a resolution
    telling_heading,  // under a heading about recommendations, conclusions, decisions or answers, or introduced as one
    minutes,          // in what reports a meeting
    background,       // in what tells aims or what came before
    agenda,
    annex,
    rules,         // in rules of procedure, guidelines or furniture
    of_a_meeting,  // the document says by its face or headings that it comes from a meeting or a body
    short_text,
    long_text,
    question,
    quoted,          // the verb stands in quotation marks
    verb_late,       // far into the sentence
    names_somebody,  // an addressee or proposer, a body, an affiliation
    several_rules,   // of its kind match
    cut,
    damaged,  // in a block with stretches that could not be read
    not_english,
};
inline constexpr int feature_count = static_cast<int>(Feature::not_english) + 1;

/// As in the file of weights: "telling_heading".
std::string_view name_of(Feature feature);

/// What holds of one statement.
struct Features {
    double certainty = 0.8;          // what its rule says of itself, 0 to 1
    std::vector<std::string> names;  // in the order of `Feature`, then those of the language's tables
};

/// A statement with what tells how sure it is.
template <class Statement>
struct Judged {
    Statement record;
    Features features;
};

/// How much one feature counts, in logits, and what it says in plain words.
struct Weight {
    std::string name, words;
    double value = 0;
};

/// Combines the features of a statement into how likely it is to be one: the logistic function of the sum of what
/// speaks for it. Without weights of its own it repeats what the rule says of itself.
class ConfidenceModel {
public:
    ConfidenceModel() = default;
    ConfidenceModel(double base, double of_certainty, std::vector<Weight> weights);

    /// 0.01 to 0.99, in hundredths.
    double confidence(const Features& features) const;
    /// What the rule alone would give, in the same form.
    double confidence_of_rule(double certainty) const;
    /// The weights of what holds, the heaviest first.
    std::vector<Weight> reasons(const Features& features) const;
    const std::vector<Weight>& weights() const { return weights_; }

private:
    double start(double certainty) const;
    const Weight* find(std::string_view name) const;

    double base_ = 0, of_certainty_ = 1;
    std::vector<Weight> weights_;  // in the order of their names
};

/// "0.82"; for people.
std::string hundredths(double value);
/// "+0.62" or "-1.10"; for people.
std::string signed_hundredths(double value);

/// Reads "confidence.xml", whose format is described in rules/FORMAT.md. `signs` are the names that the languages'
/// tables add. Every feature must have one weight: fails with `rule_invalid`, file and line where one is unknown,
/// missing or given twice, or where a number is none.
Result<ConfidenceModel> read_confidence(const NamedText& file, const std::vector<std::string>& signs);

}  // namespace rapporteur
