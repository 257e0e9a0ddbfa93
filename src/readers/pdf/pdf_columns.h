#pragma once

#include <vector>

#include "readers/pdf/pdf_lines.h"

namespace rapporteur {

/// A part of a page that is read from top to bottom: a column, or a band across the page.
struct PdfRegion {
    std::vector<PdfLine> lines;  // whole lines from top to bottom
    double x0 = 0, x1 = 0;       // how far the column reaches
    bool boxed = false;          // stands in a box of its own
};

/// Takes the pieces of a page apart into columns and bands, in reading order. White space that runs down between text
/// on both sides makes columns; what crosses it parts the page into bands. Numbers and labels beside text are no
/// column.
std::vector<PdfRegion> regions_of(std::vector<PdfLine> pieces, double left, double right);

}  // namespace rapporteur
