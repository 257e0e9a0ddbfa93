#pragma once

#include <vector>

#include "model/document.h"
#include "readers/pdf/pdf_furniture.h"

namespace rapporteur {

/// Text at other angles than the page's: for each page, for each angle.
using TurnedText = std::vector<std::vector<PdfPageText>>;

/// Takes the turned text that is none of the document's: what other pages have too, short lines, stamps at the margin,
/// the labels of drawings. Both have an entry for each page.
void take_stamps(const std::vector<PdfPageText>& upright, TurnedText& pages, std::vector<LeftOut>& left_out);

}  // namespace rapporteur
