#pragma once

#include "assemble/briefing.h"
#include "assemble/scope.h"

namespace rapporteur {

/// Dated happenings of a pack in the order of time: events, dated outcomes, deadlines of recommendations, the pack's
/// own meeting and dated meetings of its series or theme; what is said twice of one date stands once. `held`: the
/// pack's meeting is over.
std::vector<TimelineRow> make_timeline(const Library& library, const Scope& scope, bool held);

}  // namespace rapporteur
