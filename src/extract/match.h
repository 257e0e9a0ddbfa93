#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/rule_set.h"

namespace rapporteur {

/// The place where a text stands, as far as rules ask for it.
struct MatchPlace {
    RuleKind kind = RuleKind::cue;   // what sort of text is looked at
    std::vector<std::string> roles;  // roles of the section and of the document, in any order
    BlockKind block = BlockKind::paragraph;
};

/// A rule that matched; ranges count bytes of the text given.
struct RuleMatch {
    const Rule* rule = nullptr;
    Range range;
    std::vector<Capture> captures;

    /// The part of `text` that the rule captured under that name, or what the rule gives by itself; empty where
    /// neither.
    std::string_view field(std::string_view text, std::string_view name) const;
    /// The captured range of that name; empty where there is none.
    Range range_of(std::string_view name) const;
};

/// Why a rule whose pattern may match was not taken, for `explain`.
struct Rejection {
    const Rule* rule = nullptr;
    std::string reason;
};

/// The rules that match, the first priority first. One pass finds the candidates, so that cost is bounded by the text's
/// length and the few rules that it can match. `rejected`, where given, receives the candidates that fail by place or
/// veto.
std::vector<RuleMatch> match_rules(const RuleGroup* group, std::string_view text, const MatchPlace& place,
                                   std::vector<Rejection>* rejected = nullptr);

/// True where two of them or more match.
bool several_match(const RuleGroup* group, std::string_view text, const MatchPlace& place);

/// The first of them, or a match without a rule.
RuleMatch best_match(const RuleGroup* group, std::string_view text, const MatchPlace& place);

/// The rules whose own pattern may match the text, the first priority first.
std::vector<const Rule*> possible_rules(const RuleGroup& group, std::string_view text);

/// True where the rule alone matches the text at that place.
bool matches(const Rule& rule, std::string_view text, const MatchPlace& place, RuleMatch* match = nullptr,
             std::string* reason = nullptr);

}  // namespace rapporteur
