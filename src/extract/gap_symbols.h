#pragma once

#include "extract/gap_maker.h"
#include "extract/rule_set.h"

namespace rapporteur {

/// Adds a gap for every symbol that the document prints in two ways ("AB/P/WP.12", "AB/P/WP/12"): its text lists them,
/// its subject is the first.
void find_symbol_conflicts(const Document& document, const RuleSet& rules, GapMaker& gaps);

}  // namespace rapporteur
