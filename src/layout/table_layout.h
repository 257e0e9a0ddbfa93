#pragma once

#include <vector>

#include "layout/pack.h"
#include "layout/strip.h"
#include "layout/typeset.h"

namespace rapporteur {

/// Lays out a table over a region: its head and group rows go into `flow` for repeating, its rows come back as strips
/// with rules, keeps and the head first. A row is unbroken unless it is taller than the style allows.
std::vector<Strip> lay_table(const Table& table, Region region, Flow& flow, Typesetter& typesetter);

/// Where a note under the table stands: under its second column where the first only numbers the rows.
Region note_region(const Table& table, Region region);

/// Where each column stands: fixed widths as they are, the rest shared out; all narrower where they do not fit.
std::vector<Region> column_regions(const Table& table, Region region);

}  // namespace rapporteur
