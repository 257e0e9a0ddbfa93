#pragma once

#include <vector>

#include "extract/meeting_link.h"
#include "extract/meeting_mention.h"
#include "extract/outline.h"

namespace rapporteur {

/// A heading such as "River Institute event on “Rivers as Roads”" names the first dated meeting of its section, however
/// vaguely the text calls it ("a brainstorming session").
void name_by_headings(const Outline& outline, const MeetingLinks& links, std::vector<MeetingMention>& mentions);

}  // namespace rapporteur
