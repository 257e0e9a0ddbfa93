#pragma once

#include <vector>

#include "extract/meeting_mention.h"
#include "extract/rule_set.h"
#include "model/record.h"

namespace rapporteur {

/// The meetings that the document's face says it is of or for: the session whose body and number stand there, the
/// meeting of its title, each day of a schedule. Dates and place come from the face, from labelled lines and from
/// headings that are days.
std::vector<MeetingMention> face_meetings(const Document& document, const RuleSet& rules, const Records& records);

}  // namespace rapporteur
