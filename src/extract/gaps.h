#pragma once

#include "extract/outline.h"
#include "extract/rule_set.h"
#include "model/record.h"

namespace rapporteur {

/// Adds what was seen in the document and could not be used, by general checks: damaged and broken-off text, numberings
/// that jump, symbols and titles printed in two ways, weekdays that are not the date's, speakers to be confirmed, items
/// without the programme that their neighbours have, pages without text. Runs last: it reads the agenda and the people
/// found before.
void find_gaps(const Document& document, const Outline& outline, const RuleSet& rules, Records& records);

}  // namespace rapporteur
