#pragma once

#include <vector>

#include "layout/chunk.h"
#include "layout/page.h"
#include "layout/style.h"

namespace rapporteur {

/// How wide a strength or status mark is, with the distance to the words that follow it where there are any.
double mark_width(const Chunk& mark, const Style& style, bool followed);

/// Draws a mark with its feet on the baseline (bars of rising height; a square that is full, half or empty).
std::vector<PathItem> draw_mark(const Chunk& mark, double x, double baseline, const Style& style);

}  // namespace rapporteur
