#pragma once

#include <vector>

#include "readers/docx/docx_block.h"

namespace rapporteur {

/// A cell as the file has it.
struct DocxCell {
    DocxBlocks blocks;
    int columns = 1;
    bool goes_on = false;  // belongs to the cell above it (w:vMerge)
};

struct DocxRow {
    std::vector<DocxCell> cells;
    int before = 0;  // columns of the grid that stay free at its ends
    int after = 0;
    bool header = false;
    int page = 0;  // on which it starts
};

struct DocxTable {
    std::vector<DocxRow> rows;
    bool styled_head = false;  // its style sets the first row apart, and asks for it
};

/// The blocks of a table: one of its cells where it has columns, each paragraph on a line of its own; tables inside
/// its cells follow it. What stands in a frame of one column are blocks of the text.
DocxBlocks blocks_of_table(DocxTable table);

/// The blocks of all its cells, one after the other.
DocxBlocks blocks_of_cells(DocxTable table);

}  // namespace rapporteur
