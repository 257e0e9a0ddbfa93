#pragma once

#include <string>

#include "extract/rule_set.h"

namespace rapporteur {

/// The rules by language and kind of record: id, kind, file and line, what it says of its own certainty, then its
/// examples (+) and counter-examples (-); at last what counts for the confidence of a statement, the heaviest first.
std::string list_rules(const RuleSet& rules);

/// How many rules, examples and counter-examples there are, by language and kind of record, one line each with tabs
/// between; a line of all at the end.
std::string count_rules(const RuleSet& rules);

}  // namespace rapporteur
