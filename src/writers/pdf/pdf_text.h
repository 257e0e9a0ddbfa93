#pragma once

#include <string>

#include "layout/page.h"
#include "writers/pdf/pdf_font.h"

namespace rapporteur {

/// Appends the operators that show a shaped line of text, to stand between BT and ET after its font was set. Each
/// cluster of glyphs reads as its text; `height` is the page's, in points; `space_after` adds a word space that shows
/// nothing.
void append_text(std::string& out, const TextItem& item, double height, PdfFont& font, bool space_after = false);

}  // namespace rapporteur
