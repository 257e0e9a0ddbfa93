#pragma once

#include <vector>

#include "readers/pdf/pdf_columns.h"
#include "readers/pdf/pdf_page.h"

namespace rapporteur {

/// A footnote: its mark and its lines, the mark still on the first.
struct PdfNote {
    std::string mark;
    std::vector<PdfLine> lines;
};

/// Takes the footnotes off the foot of a region: small print that begins with a mark, or what stands below a short
/// rule.
std::vector<PdfNote> take_notes(PdfRegion& region, const PdfPage& page, double body);

}  // namespace rapporteur
