#pragma once

#include "layout/pack.h"
#include "layout/style.h"
#include "writers/docx/docx_body.h"
#include "writers/docx/docx_inlines.h"

namespace rapporteur {

/// Adds the cover: what the pack is and its classification, title, dates and place, facts and counts. The disclaimer
/// stands in the foot of the first page.
void add_cover(const Cover& cover, const Style& style, DocxInlines& inlines, DocxBody& body);

}  // namespace rapporteur
