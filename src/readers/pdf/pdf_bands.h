#pragma once

#include <cstddef>
#include <vector>

#include "readers/pdf/pdf_lines.h"

namespace rapporteur {

/// How far a column of a table without upright rules reaches across the page.
struct Band {
    double x0 = 0, x1 = 0;
};

/// True where the first word of a cell holds a digit.
bool is_figure(const PdfLine& cell);

/// The columns of these lines, each given as its cells: stretches of the width that cells cover, parted where hardly
/// any does and by more than the space between words.
std::vector<Band> bands_of(const std::vector<std::vector<PdfLine>>& lines);

/// The column in which most of the cell stands, or the nearest.
std::size_t band_of(const std::vector<Band>& bands, const PdfLine& cell);

/// Over how many columns the cell reaches.
std::size_t bands_under(const std::vector<Band>& bands, const PdfLine& cell);

}  // namespace rapporteur
