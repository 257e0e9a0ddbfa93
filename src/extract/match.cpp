#include "extract/match.h"

#include <algorithm>
#include <optional>

namespace rapporteur {
namespace {

bool holds_any(const std::vector<std::string>& wanted, const std::vector<std::string>& roles) {
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& role) {
        return std::find(roles.begin(), roles.end(), role) != roles.end();
    });
}

/// Why the rule does not look at this place; empty where it does.
std::string misplaced(const Rule& rule, const MatchPlace& place) {
    if (rule.kind != place.kind) return "is of kind " + std::string(name_of(rule.kind));
    if (!rule.in.empty() && !holds_any(rule.in, place.roles)) return "holds only in other sections";
    if (holds_any(rule.not_in, place.roles)) return "does not hold in this section";
    if (!rule.blocks.empty() && std::find(rule.blocks.begin(), rule.blocks.end(), place.block) == rule.blocks.end()) {
        return "looks at other blocks";
    }
    return {};
}

/// Why the rule's further patterns keep it from this text; empty where they do not.
std::string vetoed(const Rule& rule, std::string_view text) {
    for (const Pattern& also : rule.also) {
        if (!also.matches(text)) return "lacks what must stand beside it";
    }
    for (const Pattern& unless : rule.unless) {
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

/// The first match whose verb nothing beside it speaks against.
std::optional<PatternMatch> first_match(const Rule& rule, std::string_view text, std::string& reason) {
    std::size_t from = 0;
    for (int tries = 0; tries < most_tries; ++tries) {
        auto found = rule.pattern.find(text, from);
        if (!found) return std::nullopt;
        const Range verb = verb_of(*found);
        if (!refused_beside(rule, text, verb)) return found;
        reason = "refused by what stands beside \"" + std::string(text.substr(verb.begin, verb.size())) + "\"";
        from = std::max(verb.end, found->range.begin + 1);
    }
    return std::nullopt;
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
    std::string why = misplaced(rule, place);
    if (why.empty()) why = vetoed(rule, text);
    auto found = why.empty() ? first_match(rule, text, why) : std::nullopt;
    if (!found) {
        if (reason != nullptr) *reason = why.empty() ? "does not match" : why;
        return false;
    }
    if (match != nullptr) *match = {&rule, found->range, std::move(found->captures)};
    return true;
}

std::vector<RuleMatch> match_rules(const RuleGroup* group, std::string_view text, const MatchPlace& place,
                                   std::vector<Rejection>* rejected) {
    std::vector<RuleMatch> found;
    if (group == nullptr || text.empty()) return found;
    for (const int candidate : group->prefilter.candidates(text)) {
        const Rule& rule = group->rules[static_cast<std::size_t>(candidate)];
        RuleMatch match;
        std::string reason;
        if (matches(rule, text, place, &match, &reason)) {
            found.push_back(std::move(match));
        } else if (rejected != nullptr && rule.kind == place.kind && rule.pattern.matches(text)) {
            rejected->push_back({&rule, reason});
        }
    }
    return found;
}

RuleMatch best_match(const RuleGroup* group, std::string_view text, const MatchPlace& place) {
    auto found = match_rules(group, text, place);
    return found.empty() ? RuleMatch{} : std::move(found.front());
}

}  // namespace rapporteur
