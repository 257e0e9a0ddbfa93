#pragma once

#include <vector>

#include "layout/pack.h"
#include "layout/strip.h"
#include "layout/typeset.h"

namespace rapporteur {

/// Lays out a table over a region: its head and group rows go into `flow` for repeating, its rows come back as strips
/// with rules, keeps and the head first. A row is unbroken unless it is taller than the style allows.
std::vector<Strip> lay_table(const Table& table, Region region, Flow& flow, Typesetter& typesetter);

/// The table's columns with those by content as fixed ones: as wide as their longest line where all fit, else their
/// longest word and what is left shared by what each lacks.
std::vector<ColumnWidth> measured_columns(const Table& table, Region region, Typesetter& typesetter);

/// Where a note under the table stands: under its second column where the first only numbers the rows.
Region note_region(const std::vector<Region>& columns, Region region);

/// Where each column stands: fixed widths as they are, the rest shared out; all narrower where they do not fit.
std::vector<Region> column_regions(const Table& table, Region region, Typesetter& typesetter);

}  // namespace rapporteur
