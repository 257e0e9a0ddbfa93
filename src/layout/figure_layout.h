#pragma once

#include <vector>

#include "layout/figure.h"
#include "layout/strip.h"
#include "layout/typeset.h"

namespace rapporteur {

/// A figure over the width of a region. It stays on one page where it fits on one; a taller one goes on, its axis
/// repeated. Strips of no height where it shows nothing.
std::vector<Strip> lay_figure(const Figure& figure, Region region, Flow& flow, Typesetter& typesetter);

/// The rows of a timeline between two axes, the first and the last of the strips: a dot or a bar with its words, one
/// row each.
std::vector<Strip> lay_timeline(const Timeline& timeline, Region region, int element, Typesetter& typesetter);

/// Days beside each other with their sessions to scale, as many rows of days as needed, each a strip that stays whole.
std::vector<Strip> lay_sessions(const SessionStrip& sessions, Region region, int element, Typesetter& typesetter);

/// Rows of cells that carry numbers, or of bars to scale where a row has too many.
std::vector<Strip> lay_bars(const Bars& bars, Region region, int element, Typesetter& typesetter);

}  // namespace rapporteur
