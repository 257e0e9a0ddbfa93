#pragma once

#include "extract/outline.h"
#include "extract/rule_set.h"
#include "model/record.h"

namespace rapporteur {

/// Adds the documents that a document lists, and those that it cites by symbol or full title, one record each. Reads
/// the meetings found before (whose papers are listed) and the document's own symbol, which is no paper of its own.
void find_papers(const Document& document, const Outline& outline, const RuleSet& rules, Records& records);

}  // namespace rapporteur
