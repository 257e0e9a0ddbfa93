#pragma once

#include "extract/outline.h"
#include "extract/rule_set.h"
#include "model/record.h"

namespace rapporteur {

/// Adds the dated happenings and deadlines of the running text, each with the sentence that tells it. Dates that only
/// name a document ("resolution 61/20 of 6 March 2007") are none. Dates without a year are read by the document's own
/// date.
void find_events(const Document& document, const Outline& outline, const RuleSet& rules, Records& records);

}  // namespace rapporteur
