#pragma once

#include <vector>

#include "assemble/briefing.h"
#include "template/statement_values.h"

namespace rapporteur {

/// The sessions of a meeting by day and hour; a false flag where fewer than two have both, or where the days are too
/// many to be drawn.
Value session_strip(const std::vector<AgendaDay>& days, const Wording& wording);

}  // namespace rapporteur
