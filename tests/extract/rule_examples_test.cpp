#include <doctest/doctest.h>

#include "extract/match.h"
#include "extract/shipped_rules.h"

namespace rapporteur {
namespace {

/// The place in which an example is tried: its own roles, else the first role that the rule asks for.
MatchPlace place_of(const Rule& rule, const RuleExample& example) {
    MatchPlace place;
    place.kind = rule.kind;
    place.roles = example.roles;
    if (place.roles.empty() && !rule.in.empty()) place.roles = {rule.in.front()};
    if (!rule.blocks.empty()) place.block = rule.blocks.front();
    return place;
}

void try_example(const Rule& rule, const RuleExample& example) {
    INFO(rule.file << ":" << example.line << ": " << rule.id << ": " << example.text);
    RuleMatch match;
    std::string reason;
    const bool found = matches(rule, example.text, place_of(rule, example), &match, &reason);
    INFO(reason);
    CHECK(found);
    if (!found) return;
    for (const auto& [name, value] : example.fields) {
        INFO(name);
        CHECK(std::string(match.field(example.text, name)) == value);
    }
}

std::vector<const Pattern*> patterns_of(const Rule& rule) {
    std::vector<const Pattern*> patterns{&rule.pattern};
    for (const auto* further : {&rule.also, &rule.unless}) {
        for (const Pattern& pattern : *further) patterns.push_back(&pattern);
    }
    return patterns;
}

void check_prefilter(const RuleGroup& group, const std::string& text) {
    const std::vector<bool> possible = group.prefilter.possible(text);
    for (std::size_t i = 0; i < group.rules.size(); ++i) {
        std::size_t place = group.places[i];
        for (const Pattern* pattern : patterns_of(group.rules[i])) {
            const bool may_match = possible[place++];
            if (may_match || !pattern->matches(text)) continue;
            INFO(group.rules[i].id << ": " << pattern->text() << " in " << text);
            CHECK(may_match);
        }
    }
}

}  // namespace

TEST_CASE("every example of every rule") {
    const auto rules = load_rules(shipped_rules());
    if (!rules) FAIL(wording(rules.error()));
    for (const RuleGroup* group : rules->groups()) {
        for (const Rule& rule : group->rules) {
            for (const RuleExample& example : rule.examples) try_example(rule, example);
            for (const RuleExample& example : rule.counter_examples) {
                INFO(rule.file << ":" << example.line << ": " << rule.id << " must leave alone: " << example.text);
                CHECK_FALSE(matches(rule, example.text, place_of(rule, example)));
            }
        }
    }
}

TEST_CASE("the prefilter leaves out no pattern that matches an example of its group") {
    const auto rules = load_rules(shipped_rules());
    REQUIRE(rules.ok());
    for (const RuleGroup* group : rules->groups()) {
        for (const Rule& rule : group->rules) {
            for (const auto* examples : {&rule.examples, &rule.counter_examples}) {
                for (const RuleExample& example : *examples) check_prefilter(*group, example.text);
            }
        }
    }
}

}  // namespace rapporteur
