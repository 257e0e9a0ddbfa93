#pragma once

#include <vector>

#include "assemble/briefing.h"
#include "template/statement_values.h"

namespace rapporteur {

/// The anchor of a row among the dates in order, counted from 0.
std::string timeline_anchor(std::size_t row);

/// The timeline drawn from the dates in order; a false flag where they are too few to show anything.
Value timeline_figure(const std::vector<TimelineRow>& rows, const Wording& wording);

/// "1994–2014": from the first year of the dates in order to the last; empty where there are none.
std::string timeline_years(const std::vector<TimelineRow>& rows, const Wording& wording);

/// Bars of all recommendations by addressee; a false flag where all go to one, or where they are too few.
Value addressee_figure(const RecommendationPages& pages, const Wording& wording);

}  // namespace rapporteur
