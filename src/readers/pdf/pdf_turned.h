#pragma once

#include <optional>
#include <vector>

#include "readers/pdf/pdf_furniture.h"

namespace rapporteur {

/// Puts turned text that heads the columns of a table, or stands in its cells, among the upright pieces of the page:
/// each as one word, on the line of the upright text beside it or at its foot.
void take_turned_cells(PdfPageText& page, std::vector<PdfPageText>& asides);

/// Where turned text stands in the frame of its page.
PdfArea area_on(const PdfPageText& page, const PdfPageText& aside);

/// A piece without words where turned text has a stretch of the page's height for itself; nothing where it has not.
std::optional<PdfLine> place_among(const PdfPageText& page, const PdfPageText& aside);

}  // namespace rapporteur
