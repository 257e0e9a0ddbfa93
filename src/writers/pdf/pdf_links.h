#pragma once

#include <string>
#include <vector>

#include "layout/page.h"
#include "writers/pdf/pdf_object.h"
#include "writers/pdf/pdf_structure.h"

namespace rapporteur {

/// Turns the link items of all pages into annotations: "#anchor" leads to its place in the pack, http, https and mailto
/// addresses lead out; nothing else becomes alive. `made` are the written pages.
void write_links(PdfFile& file, const Pages& pages, const std::vector<PdfDict>& made, PdfStructure& structure);

/// A destination at a height of a page (ISO 32000-1, 12.3.2): [page /XYZ null top null], the zoom left as it is.
PdfArray destination(PdfFile& file, PdfDict page, double top);

}  // namespace rapporteur
