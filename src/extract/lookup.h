#pragma once

#include <string_view>

#include "extract/rule_set.h"

namespace rapporteur {

/// The rules of a record kind in a language that may have none of its own: then the default language's. What they look
/// for (symbols, abbreviations, dates in figures) is much the same in all.
inline const RuleGroup* group_or_default(const RuleSet& rules, std::string_view language, std::string_view record) {
    const RuleGroup* group = rules.group(language, record);
    return group ? group : rules.group(default_language, record);
}

/// The table of that name in the language, else the default language's; nothing where neither has it.
inline const RuleTable* table_or_default(const RuleSet& rules, std::string_view language, std::string_view name) {
    const RuleTable* table = rules.table(language, name);
    return table ? table : rules.table(default_language, name);
}

}  // namespace rapporteur
