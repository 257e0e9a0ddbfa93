#pragma once

#include <vector>

#include "readers/draft.h"
#include "readers/pdf/pdf_lines.h"
#include "readers/pdf/pdf_page.h"

namespace rapporteur {

/// A page as pieces of lines, before columns and paragraphs are known.
struct PdfPageText {
    PdfPage page;  // without its glyphs
    std::vector<PdfLine> pieces;
};

/// The font size in which most of the document is set.
double body_size(const std::vector<PdfPageText>& pages);

/// Takes running heads and feet and page numbers out of all pages: rows at the edge of a page that other pages repeat
/// there, numbers aside, or that the file tags as furniture. On the first page only small print goes: there they may be
/// the title.
void take_furniture(std::vector<PdfPageText>& pages, double body, std::vector<LeftOut>& left_out);

}  // namespace rapporteur
