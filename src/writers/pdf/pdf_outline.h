#pragma once

#include <vector>

#include "layout/page.h"
#include "writers/pdf/pdf_object.h"

namespace rapporteur {

/// Writes the outline (bookmarks) of the pack and has readers show it where there is one.
void write_outline(PdfFile& file, const Pages& pages, const std::vector<PdfDict>& made);

/// Page labels (ISO 32000-1, 12.4.2): what readers call a page is the number that is printed on it.
void write_page_labels(PdfFile& file, const Pages& pages);

}  // namespace rapporteur
