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

std::vector<const TableEntry*> RuleTable::possible_entries(std::string_view text) const {
    const std::vector<bool> possible = prefilter.possible(text);
    std::vector<const TableEntry*> found;
    for (std::size_t i = 0; i < possible.size(); ++i) {
        if (possible[i]) found.push_back(&entries[i]);
    }
    return found;
}

const TableEntry* RuleTable::entry_matching(std::string_view text) const {
    for (const TableEntry* entry : possible_entries(text)) {
        if (entry->pattern.matches(text)) return entry;
    }
    return nullptr;
}

std::string_view local_id(const Rule& rule) {
    const std::string_view id = rule.id;
    const bool prefixed = id.size() > 3 && id[2] == '.';
    return prefixed ? id.substr(3) : id;
}

}  // namespace rapporteur
