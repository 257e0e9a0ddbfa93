#pragma once

#include <vector>

#include "readers/pdf/pdf_lines.h"
#include "readers/pdf/pdf_page.h"

namespace rapporteur {

/// Takes what stands in coloured or ruled boxes beside other text out of the pieces of a page; each box leaves one
/// piece in its place that holds them. Boxes without text beside them, grounds of table cells and of words within lines
/// are none: what is in them is read where it stands.
std::vector<PdfLine> with_boxes(const PdfPage& page, std::vector<PdfLine> pieces);

}  // namespace rapporteur
