#pragma once

#include "extract/gap_maker.h"
#include "extract/outline.h"

namespace rapporteur {

/// Adds a gap for every list, row of headings or numbered paragraphs, and agenda in which numbers are left out: "I, II,
/// V". The gap's text holds the numbers around the jump as printed, its subject what the list belongs to.
void find_skipped_numbers(const Document& document, const Outline& outline, const Records& records, GapMaker& gaps);

}  // namespace rapporteur
