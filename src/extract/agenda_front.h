#pragma once

#include <vector>

#include "extract/agenda_region.h"
#include "extract/item_draft.h"

namespace rapporteur {

/// The one day, and its times, that the title block before an agenda prints; none where it prints several days.
std::vector<ProgrammeSetting> front_settings(const AgendaTools& tools, const AgendaRegion& region,
                                             const DateContext& dates);

/// A setting whose "Thursday", "Day 2" or "3 May" without a year the dates of the meeting tell.
ProgrammeSetting resolved_day(const AgendaTools& tools, ProgrammeSetting setting);

}  // namespace rapporteur
