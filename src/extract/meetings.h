#pragma once

#include "extract/outline.h"
#include "extract/rule_set.h"
#include "model/record.h"

namespace rapporteur {

/// Adds the meetings that the document is of, for or about (`principal`) and those that it mentions with a number, a
/// year, a date or a full name. Each is one record under all its names in the document. Needs the document's own record
/// and its terms; gives the record its title where the face has none and the document is the page of one meeting.
void find_meetings(const Document& document, const Outline& outline, const RuleSet& rules, Records& records);

}  // namespace rapporteur
