#pragma once

#include <vector>

#include "readers/pdf/pdf_columns.h"
#include "readers/pdf/pdf_page.h"
#include "readers/pdf/pdf_paragraphs.h"

namespace rapporteur {

/// A cell of a table without rules between its columns: its printed lines.
struct LineCell {
    std::vector<PdfLine> lines;
    int columns = 1;
    int rows = 1;
};

/// Lines [begin, end) of a region that make a table.
struct LineTable {
    std::size_t begin = 0, end = 0;
    std::vector<std::vector<LineCell>> rows;
    std::size_t heads = 0;  // rows of the table's head
};

/// Tables that show by alignment: three lines or more whose wide gaps lie above one another, lines between rules that
/// run across, and lines of contents whose dots lead to a page number.
std::vector<LineTable> aligned_tables(const PdfRegion& region, const PdfPage& page, const PdfStyle& style,
                                      bool after_table);

/// The stretches of a line between wide gaps; a gap after a number or bullet at its start counts for nothing.
std::vector<PdfLine> stretches_of(const PdfLine& line);

}  // namespace rapporteur
