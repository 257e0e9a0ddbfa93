#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/page.h"
#include "writers/pdf/pdf_font.h"
#include "writers/pdf/pdf_structure.h"

namespace rapporteur {

/// The content stream of page number `index`, its text and paths marked with their elements. `fonts` are those of
/// Pages::faces; text in a face that is not among them is left out. `spaces` says after which items a word space is
/// written.
std::string page_content(const Page& page, int index, const std::vector<bool>& spaces, std::vector<PdfFont>& fonts,
                         PdfStructure& structure);

/// The name under which pages know the font of a face: "F0".
std::string font_name(int face);

/// The name under which a page's content draws the page of a source.
inline constexpr std::string_view sheet_name = "Sheet";

}  // namespace rapporteur
