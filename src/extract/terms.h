#pragma once

#include "extract/outline.h"
#include "extract/rule_set.h"
#include "model/record.h"

namespace rapporteur {

/// Adds the abbreviations that the document expands, each once: from lists of abbreviations, "Long Form (LF)", "LF
/// (Long Form)". `long_form` is as printed, without its article.
void find_terms(const Document& document, const Outline& outline, const RuleSet& rules, Records& records);

}  // namespace rapporteur
