#pragma once

#include <map>
#include <string>
#include <vector>

#include "extract/rule.h"
#include "support/named_text.h"
#include "support/result.h"

namespace rapporteur {

/// Named parts of patterns; `{name}` in a pattern stands for one.
using Fragments = std::map<std::string, std::string, std::less<>>;

/// What one rule file holds. Its format is described in rules/FORMAT.md.
struct RuleFile {
    std::string record;  // the record kind that its rules find; empty where it holds fragments and tables only
    std::vector<Rule> rules;
    std::vector<RuleTable> tables;
};

/// Reads the fragments of a rule file into `fragments`; those before may be used by those after. Fails with the file
/// and line of what is wrong; patterns that are compiled at their first use are not checked.
Result<Fragments> read_fragments(const NamedText& file, Fragments known, Compile when);

/// Reads a rule file whose patterns may use the fragments given. A rule without an example that must match and one that
/// must not is refused (`rule_without_example`), as is an unknown element, attribute, fragment or kind
/// (`rule_invalid`).
Result<RuleFile> read_rule_file(const NamedText& file, const Fragments& fragments, Compile when);

}  // namespace rapporteur
