#include "app/listing.h"

#include <algorithm>
#include <cmath>

namespace rapporteur {
namespace {

std::string line_of(const RuleExample& example, const char* mark) {
    std::string out = std::string("    ") + mark + ' ' + example.text;
    for (const auto& [key, value] : example.fields) out += " [" + key + ": " + value + "]";
    return out + '\n';
}

std::string list_weights(const ConfidenceModel& model) {
    std::vector<Weight> weights = model.weights();
    std::stable_sort(weights.begin(), weights.end(),
                     [](const Weight& a, const Weight& b) { return std::abs(a.value) > std::abs(b.value); });
    std::string out = weights.empty() ? "" : "confidence\n";
    for (const Weight& weight : weights)
        out += "  " + weight.name + ' ' + signed_hundredths(weight.value) + ": " + weight.words + '\n';
    return out;
}

/// Rules, examples and counter-examples of some rules.
struct RuleCount {
    std::size_t rules = 0, examples = 0, counter_examples = 0;

    void add(const Rule& rule) {
        ++rules;
        examples += rule.examples.size();
        counter_examples += rule.counter_examples.size();
    }
    std::string line(const std::string& of) const {
        return of + '\t' + std::to_string(rules) + '\t' + std::to_string(examples) + '\t' +
               std::to_string(counter_examples) + '\n';
    }
};

}  // namespace

std::string list_rules(const RuleSet& rules) {
    std::string out;
    for (const RuleGroup* group : rules.groups()) {
        out += group->language + ' ' + group->record + '\n';
        for (const Rule& rule : group->rules) {
            out += "  " + rule.id + " (" + std::string(name_of(rule.kind)) + ", " + rule.file + ':' +
                   std::to_string(rule.line) + ", " + hundredths(rule.confidence) + ")\n";
            for (const RuleExample& example : rule.examples) out += line_of(example, "+");
            for (const RuleExample& example : rule.counter_examples) out += line_of(example, "-");
        }
    }
    return out + list_weights(rules.confidence());
}

std::string count_rules(const RuleSet& rules) {
    std::string out = "language and kind\trules\texamples\tcounter-examples\n";
    RuleCount all;
    for (const RuleGroup* group : rules.groups()) {
        RuleCount count;
        for (const Rule& rule : group->rules) {
            count.add(rule);
            all.add(rule);
        }
        out += count.line(group->language + ' ' + group->record);
    }
    return out + all.line("all");
}

}  // namespace rapporteur
