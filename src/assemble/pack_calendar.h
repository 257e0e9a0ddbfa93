#pragma once

#include <functional>
#include <string>

#include "assemble/briefing.h"
#include "assemble/calendar_file.h"

namespace rapporteur {

/// Words a place in the language of the pack: "MC/2353, ¶ 31, p. 7".
using Cite = std::function<std::string(const Reference&)>;

/// What of a pack has a day: its meeting, the sessions with their hours (as whole days where none are printed), side
/// events, what is due by a day, and what else is expected on one. Every word is the sources'. The ids of entries come
/// from what they are called and not from records, whose ids change with each issue of a paper: a calendar that is read
/// in anew is to move its entries, not to double them.
std::vector<CalendarEntry> calendar_entries(const Briefing& briefing, const Cite& cite);

}  // namespace rapporteur
