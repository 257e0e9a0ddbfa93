#pragma once

#include <set>

#include "assemble/outcome_pages.h"
#include "assemble/settled_item.h"

namespace rapporteur {

/// What the last meeting of the series before this one left, and how the agendas differ where both are at hand; nothing
/// where no earlier meeting of the series is known or nothing is to be said of it.
std::optional<SinceLastMeeting> since_last_meeting(const Library& library, const Scope& scope,
                                                   const std::vector<SettledItem>& items,
                                                   const std::set<std::string>& sheets,
                                                   const NumberedOutcomes& outcomes);

}  // namespace rapporteur
