#pragma once

#include "assemble/briefing.h"
#include "assemble/scope.h"

namespace rapporteur {

/// The meetings at which a theme was taken up, by date, with the agenda items under which it was.
std::vector<MeetingRow> list_theme_meetings(const Library& library, const Scope& scope);

}  // namespace rapporteur
