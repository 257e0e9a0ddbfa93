#include "extract/match.h"

#include <algorithm>

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
    auto found = why.empty() ? rule.pattern.find(text) : std::nullopt;
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
        } else if (rejected != nullptr && rule.kind == place.kind) {
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
