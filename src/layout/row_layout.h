#pragma once

#include <vector>

#include "layout/frame.h"
#include "layout/pack.h"
#include "layout/strip.h"

namespace rapporteur {

/// A labelled row (label | number | text) in the columns of a frame; `list` is the element it becomes an item of.
std::vector<Strip> lay_row(const LabelledRow& row, const Frame& frame, int list, Typesetter& typesetter);

/// A list, labels hanging; each item may be parted between pages.
std::vector<Strip> lay_list(const List& list, const Frame& frame, Typesetter& typesetter);

/// Abbreviations: each entry laid out for the first of two columns.
ColumnsPlan lay_columns(const Columns& columns, const Frame& frame, Typesetter& typesetter);

}  // namespace rapporteur
