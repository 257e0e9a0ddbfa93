#include "extract/match.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace rapporteur {
namespace {

bool holds_any(const std::vector<std::string>& wanted, const std::vector<std::string>& roles) {
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& role) {
        return std::find(roles.begin(), roles.end(), role) != roles.end();
    });
}

bool looks_at_block(const Rule& rule, BlockKind block) {
    return rule.blocks.empty() || std::find(rule.blocks.begin(), rule.blocks.end(), block) != rule.blocks.end();
}

bool looks_at(const Rule& rule, const MatchPlace& place) {
    return rule.kind == place.kind && (rule.in.empty() || holds_any(rule.in, place.roles)) &&
           !holds_any(rule.not_in, place.roles) && looks_at_block(rule, place.block);
}

/// Why the rule does not look at this place.
std::string misplaced(const Rule& rule, const MatchPlace& place) {
    if (rule.kind != place.kind) return "is of kind " + std::string(name_of(rule.kind));
    if (!rule.in.empty() && !holds_any(rule.in, place.roles)) return "holds only in other sections";
    return holds_any(rule.not_in, place.roles) ? "does not hold in this section" : "looks at other blocks";
}

/// Which patterns of a rule may match the text, in the order of the group's prefilter; all, where it was not asked.
struct Possible {
    const std::vector<bool>* marks = nullptr;
    std::size_t place = 0;  // of the rule's patterns in the prefilter

    bool operator[](std::size_t pattern) const { return marks == nullptr || (*marks)[place + pattern]; }
};

/// Why the rule's further patterns keep it from this text; empty where they do not.
std::string vetoed(const Rule& rule, std::string_view text, const Possible& possible) {
    std::size_t at = 1;  // after the rule's own pattern
    for (const Pattern& also : rule.also) {
        if (!possible[at++] || !also.matches(text)) return "lacks what must stand beside it";
    }
    for (const Pattern& unless : rule.unless) {
        if (!possible[at++]) continue;
        if (const auto found = unless.find(text)) {
            return "vetoed by \"" + std::string(text.substr(found->range.begin, found->range.size())) + "\"";
        }
    }
    return {};
}

constexpr int most_tries = 8;  // matches of one rule in one text that are looked at

/// The verb that a match captured, else all of it.
Range verb_of(const PatternMatch& match) {
    for (const Capture& capture : match.captures) {
        if (capture.name == "verb") return capture.range;
    }
    return match.range;
}

/// True where what stands right before or after the verb speaks against this match.
bool refused_beside(const Rule& rule, std::string_view text, const Range& verb) {
    constexpr std::size_t reach = 160;  // bytes that are looked at on either side
    std::size_t from = verb.begin > reach ? verb.begin - reach : 0;
    while (from < verb.begin && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
    const std::string_view before = text.substr(from, verb.begin - from);
    const std::string_view after = text.substr(verb.end, reach);
    const auto matches_in = [](std::string_view beside) {
        return [beside](const Pattern& pattern) { return pattern.matches(beside); };
    };
    return std::any_of(rule.not_before.begin(), rule.not_before.end(), matches_in(before)) ||
           std::any_of(rule.not_after.begin(), rule.not_after.end(), matches_in(after));
}

/// From `found` on the first match whose verb nothing beside it speaks against.
std::optional<PatternMatch> unrefused(const Rule& rule, std::string_view text, std::optional<PatternMatch> found,
                                      std::string& reason) {
    for (int tries = 1; found; ++tries) {
        const Range verb = verb_of(*found);
        if (!refused_beside(rule, text, verb)) return found;
        reason = "refused by what stands beside \"" + std::string(text.substr(verb.begin, verb.size())) + "\"";
        if (tries == most_tries) return std::nullopt;
        found = rule.pattern.find(text, std::max(verb.end, found->range.begin + 1));
    }
    return std::nullopt;
}

/// Sets `match`, or says why there is none.
bool matches(const Rule& rule, std::string_view text, const Possible& possible, RuleMatch& match, std::string& reason) {
    reason = "does not match";
    auto found = rule.pattern.find(text);  // before the further patterns: most rules end here
    if (!found) return false;
    reason = vetoed(rule, text, possible);
    if (!reason.empty()) return false;
    found = unrefused(rule, text, std::move(found), reason);
    if (found) match = {&rule, found->range, std::move(found->captures)};
    return found.has_value();
}

/// The first rules that match, up to `most` of them.
std::vector<RuleMatch> first_matches(const RuleGroup* group, std::string_view text, const MatchPlace& place,
                                     std::size_t most, std::vector<Rejection>* rejected) {
    std::vector<RuleMatch> found;
    if (group == nullptr || text.empty()) return found;
    std::vector<bool> marks;
    for (std::size_t i = 0; i < group->rules.size() && found.size() < most; ++i) {
        const Rule& rule = group->rules[i];
        const bool placed = looks_at(rule, place);
        if (!placed && rejected == nullptr) continue;
        if (marks.empty()) marks = group->prefilter.possible(text);
        const Possible possible{&marks, group->places[i]};
        if (!possible[0]) continue;
        RuleMatch match;
        std::string reason;
        if (placed && matches(rule, text, possible, match, reason)) {
            found.push_back(std::move(match));
        } else if (rejected != nullptr && rule.kind == place.kind && rule.pattern.matches(text)) {
            rejected->push_back({&rule, placed ? reason : misplaced(rule, place)});
        }
    }
    return found;
}

}  // namespace

std::string_view RuleMatch::field(std::string_view text, std::string_view name) const {
    const Range captured = range_of(name);
    if (!captured.empty()) return text.substr(captured.begin, captured.size());
    if (rule == nullptr) return {};
    for (const auto& [key, value] : rule->sets) {
        if (key == name) return value;
    }
    return {};
}

Range RuleMatch::range_of(std::string_view name) const {
    for (const Capture& capture : captures) {
        if (capture.name == name) return capture.range;
    }
    return {};
}

bool matches(const Rule& rule, std::string_view text, const MatchPlace& place, RuleMatch* match, std::string* reason) {
    RuleMatch found;
    std::string why;
    const bool placed = looks_at(rule, place);
    if (!placed) why = misplaced(rule, place);
    const bool matched = placed && matches(rule, text, Possible{}, found, why);
    if (matched && match != nullptr) *match = std::move(found);
    if (!matched && reason != nullptr) *reason = std::move(why);
    return matched;
}

std::vector<const Rule*> possible_rules(const RuleGroup& group, std::string_view text) {
    const std::vector<bool> marks = group.prefilter.possible(text);
    std::vector<const Rule*> possible;
    for (std::size_t i = 0; i < group.rules.size(); ++i) {
        if (marks[group.places[i]]) possible.push_back(&group.rules[i]);
    }
    return possible;
}

std::vector<RuleMatch> match_rules(const RuleGroup* group, std::string_view text, const MatchPlace& place,
                                   std::vector<Rejection>* rejected) {
    return first_matches(group, text, place, std::numeric_limits<std::size_t>::max(), rejected);
}

bool several_match(const RuleGroup* group, std::string_view text, const MatchPlace& place) {
    return first_matches(group, text, place, 2, nullptr).size() == 2;
}

RuleMatch best_match(const RuleGroup* group, std::string_view text, const MatchPlace& place) {
    auto found = first_matches(group, text, place, 1, nullptr);
    return found.empty() ? RuleMatch{} : std::move(found.front());
}

}  // namespace rapporteur
