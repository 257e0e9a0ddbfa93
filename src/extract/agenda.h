#pragma once

#include "extract/outline.h"
#include "extract/rule_set.h"
#include "model/record.h"

namespace rapporteur {

/// Adds the agenda items of a document: of agendas and programmes in it, of the headings under which a report or
/// minutes take items up, and the item that its face names. Reads the meetings and papers found before, to link them.
void find_agenda(const Document& document, const Outline& outline, const RuleSet& rules, Records& records);

}  // namespace rapporteur
