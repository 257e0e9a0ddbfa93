#pragma once

#include <vector>

#include "layout/strip.h"

namespace rapporteur {

/// What one page shows of entries that run down two columns.
struct ColumnsOnPage {
    std::vector<PageItem> items;  // y from the top of the columns
    double height = 0;
    std::size_t next = 0;  // the first entry that is left for the next page
};

/// Fills two columns of at most `room` points with the entries from `first` on: the last page's columns are made as
/// even as may be. `forced`: at least one entry is taken. Takes the items out of the plan.
ColumnsOnPage fill_columns(ColumnsPlan& plan, std::size_t first, double room, bool forced);

}  // namespace rapporteur
