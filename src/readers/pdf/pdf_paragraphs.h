#pragma once

#include <string>
#include <vector>

#include "readers/draft.h"
#include "readers/pdf/pdf_columns.h"
#include "readers/pdf/pdf_page.h"
#include "readers/vocabulary.h"

namespace rapporteur {

/// The document's habits that tell where paragraphs end.
struct PdfStyle {
    double body = 10;      // font size of the text
    double leading = 1.2;  // usual distance of baselines, as a share of the font size
    std::string language;
};

/// Makes paragraphs of the lines of one region: by distance, size and weight, indents, labels, and lines that end
/// before the column does. Words that line ends cut are made whole where the document knows them.
Drafts paragraphs_of(const PdfRegion& region, const PdfPage& page, const PdfStyle& style, const Vocabulary& vocabulary);

/// One draft of these lines, which belong together.
Draft draft_of_lines(const std::vector<PdfLine>& lines, const PdfPage& page, const Vocabulary& vocabulary);

/// The usual distance of baselines, as a share of the font size.
double usual_leading(const std::vector<PdfRegion>& regions);

}  // namespace rapporteur
