#include "app/listing.h"

namespace rapporteur {
namespace {

std::string line_of(const RuleExample& example, const char* mark) {
    std::string out = std::string("    ") + mark + ' ' + example.text;
    for (const auto& [key, value] : example.fields) out += " [" + key + ": " + value + "]";
    return out + '\n';
}

}  // namespace

std::string list_rules(const RuleSet& rules) {
    std::string out;
    for (const RuleGroup* group : rules.groups()) {
        out += group->language + ' ' + group->record + '\n';
        for (const Rule& rule : group->rules) {
            out += "  " + rule.id + " (" + std::string(name_of(rule.kind)) + ", " + rule.file + ':' +
                   std::to_string(rule.line) + ")\n";
            for (const RuleExample& example : rule.examples) out += line_of(example, "+");
            for (const RuleExample& example : rule.counter_examples) out += line_of(example, "-");
        }
    }
    return out;
}

}  // namespace rapporteur
