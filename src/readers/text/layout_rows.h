#pragma once

#include <vector>

#include "readers/marks.h"

namespace rapporteur {

/// Takes the bars off tables that only lay a page out, as exports of web pages print them ("| 1. | Opening of the
/// session | | |"): rows of at most two cells that hold anything, numbered like an agenda or a list. Their lines become
/// plain ones ("1. Opening of the session"); tables of data stay.
void take_bars_off(std::vector<Line>& lines);

}  // namespace rapporteur
