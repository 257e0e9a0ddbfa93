#pragma once

#include <vector>

#include "readers/marks.h"

namespace rapporteur {

/// The lines in reading order: where prose stands in columns side by side, as in the text of a page that keeps its
/// layout, the lines are cut at the white space between them and those of the first column come first. Rows of tables
/// stay as they are.
std::vector<RawLine> in_reading_order(const std::vector<RawLine>& lines);

}  // namespace rapporteur
