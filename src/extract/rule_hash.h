#pragma once

#include <vector>

#include "support/named_text.h"

namespace rapporteur {

/// True where these are, in any order, the rule files that this program was built with: the tests have compiled all
/// their patterns.
bool are_shipped(const std::vector<NamedText>& rule_files);

}  // namespace rapporteur
