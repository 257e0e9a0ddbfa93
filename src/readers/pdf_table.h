#pragma once

#include <optional>
#include <vector>

#include "readers/pdf_columns.h"
#include "readers/pdf_grid.h"
#include "readers/pdf_paragraphs.h"

namespace rapporteur {

/// The draft of a ruled table; paragraphs of one cell stand on lines of their own.
Draft table_of_grid(PdfGrid grid, const PdfPage& page, const PdfStyle& style, const Vocabulary& vocabulary);

/// Lines [begin, end) of a region that make a table without rules.
struct LineTable {
    std::size_t begin = 0, end = 0;
    std::vector<std::vector<std::vector<PdfLine>>> rows;  // row, column, printed lines of the cell
};

/// Tables that show only by alignment: three lines or more whose wide gaps lie above one another, and lines of contents
/// whose dots lead to a page number.
std::vector<LineTable> aligned_tables(const PdfRegion& region, const PdfStyle& style, bool after_table);

Draft table_of_lines(const LineTable& table, const PdfPage& page, const Vocabulary& vocabulary);

/// The stretches of a line between wide gaps; a gap after a number or bullet at its start counts for nothing.
std::vector<PdfLine> stretches_of(const PdfLine& line);

}  // namespace rapporteur
