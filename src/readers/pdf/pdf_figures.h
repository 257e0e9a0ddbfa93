#pragma once

#include <vector>

#include "model/document.h"
#include "readers/pdf/pdf_lines.h"
#include "readers/pdf/pdf_page.h"

namespace rapporteur {

/// Takes the numbers and legends of bar charts out of the pieces of a page, as "figure text": without the bars they
/// tell nothing. A chart is told by areas that stand side by side on one line, are of several heights and hold no
/// words.
void take_figures(const PdfPage& page, std::vector<PdfLine>& pieces, std::vector<LeftOut>& left_out);

}  // namespace rapporteur
