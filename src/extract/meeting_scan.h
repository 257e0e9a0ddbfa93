#pragma once

#include <vector>

#include "extract/meeting_mention.h"
#include "extract/outline.h"
#include "extract/rule_set.h"
#include "model/record.h"

namespace rapporteur {

/// All places of the running text, headings, lists, notes and tables that name a meeting, in the order of the text.
/// `records` holds the document's own record and its terms: abbreviations of meetings are read by what they stand for,
/// dates without a year by the document's date.
std::vector<MeetingMention> scan_meetings(const Document& document, const Outline& outline, const RuleSet& rules,
                                          const Records& records);

/// The meetings that a text outside the running text names, such as the document's title; ranges count its bytes.
std::vector<MeetingMention> scan_title(const std::string& title, const Document& document, const RuleSet& rules,
                                       const Records& records);

}  // namespace rapporteur
