#pragma once

#include "extract/outline.h"
#include "extract/rule_set.h"
#include "model/record.h"

namespace rapporteur {

/// Adds the people whom a document lists as taking part: below headings such as "Present" or "List of participants", in
/// tables of names, and in lines such as "Present: A, B". Those listed as absent have the role "absent". Reads the
/// meetings before.
void find_participants(const Document& document, const Outline& outline, const RuleSet& rules, Records& records);

}  // namespace rapporteur
