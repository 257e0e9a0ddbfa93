#pragma once

#include <vector>

#include "layout/pack.h"

namespace rapporteur {

/// The rows of a table as records, one below the other: a row's first cell heads it, each other cell is a line that
/// begins with the head of its column ("Strength: 4 of 5, urged").
std::vector<Paragraph> record_lines(Table table);

}  // namespace rapporteur
