#pragma once

#include <vector>

#include "readers/pdf/pdf_lines.h"
#include "readers/pdf/pdf_page.h"

namespace rapporteur {

/// One cell of a ruled table with the words that stand in it.
struct PdfCell {
    std::vector<PdfWord> words;
    double x0 = 0, x1 = 0;
    int columns = 1;
};

/// A table drawn with rules on all sides of its cells.
struct PdfGrid {
    std::vector<std::vector<PdfCell>> rows;
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

/// Finds the ruled tables of a page and takes their words out of its pieces; each leaves a piece without words in its
/// place, whose `table` is its index.
std::vector<PdfGrid> take_grids(const PdfPage& page, std::vector<PdfLine>& pieces);

/// Where the page's ruled tables are.
std::vector<PdfArea> ruled_tables(const PdfPage& page);

/// The rectangles of rules that are no tables: one column wide.
std::vector<PdfArea> frames_around_text(const PdfPage& page);

}  // namespace rapporteur
