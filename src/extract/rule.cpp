#include "extract/rule.h"

#include <array>

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 5> names{"cue", "item", "column", "heading", "field"};

}  // namespace

std::string_view name_of(RuleKind kind) { return names[static_cast<std::size_t>(kind)]; }

std::optional<RuleKind> rule_kind_named(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return static_cast<RuleKind>(i);
    }
    return std::nullopt;
}

std::string_view local_id(const Rule& rule) {
    const std::string_view id = rule.id;
    const bool prefixed = id.size() > 3 && id[2] == '.';
    return prefixed ? id.substr(3) : id;
}

}  // namespace rapporteur
