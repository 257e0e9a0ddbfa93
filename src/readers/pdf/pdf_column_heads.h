#pragma once

#include <vector>

#include "readers/pdf/pdf_lines.h"

namespace rapporteur {

/// White space between two columns.
struct Gutter {
    double x0 = 0, x1 = 0;
    double middle() const { return (x0 + x1) / 2; }
};

/// Tells of each piece, given from top to bottom, whether it heads both columns though it stands at the left: a line in
/// a gap of both, under which both begin again at one height, and bold lines before such a line or with which both end.
std::vector<bool> column_heads(const std::vector<PdfLine>& pieces, const Gutter& gutter);

}  // namespace rapporteur
