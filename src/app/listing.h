#pragma once

#include <string>

#include "extract/rule_set.h"

namespace rapporteur {

/// The rules by language and kind of record: id, kind, file and line, then its examples (+) and counter-examples (-).
std::string list_rules(const RuleSet& rules);

}  // namespace rapporteur
