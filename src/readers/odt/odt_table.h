#pragma once

#include <vector>

#include "readers/draft.h"

namespace rapporteur {

/// A cell as the file has it.
struct OdtCell {
    Drafts blocks;
    int columns = 1, rows = 1;
};

struct OdtRow {
    std::vector<OdtCell> cells;
    bool header = false;
    bool covered = false;  // cells above or to the left reach into it
    int page = 0;          // on which it starts
};

struct OdtTable {
    std::vector<OdtRow> rows;

    /// A frame around text rather than a table: no row has two cells.
    bool is_frame() const;
};

/// The table as one draft: each paragraph of a cell on a line of its own, tables inside cells as lines, too.
Draft draft_of(OdtTable table);

}  // namespace rapporteur
