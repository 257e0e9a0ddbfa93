#pragma once

#include <string>

#include "layout/pack.h"
#include "layout/page.h"
#include "layout/style.h"
#include "support/result.h"
#include "writers/docx/house_document.h"

namespace rapporteur {

/// The pack as a WordprocessingML document (ECMA-376, transitional) in the style's look. `pages` gives the page numbers
/// that the contents show before Word counts them anew. The same pack gives the same bytes. Fails with `docx_failed`.
/// Where a house document is given, the pack stands on its pages, in its styles; `style` and `pages` are those made
/// with in_house().
Result<std::string> write_docx(const Pack& pack, const Style& style, const Pages& pages,
                               const HouseDocument* house = nullptr);

/// What of the styles of packs a house document cannot take: `style_conflict` of each.
Diagnostics style_conflicts(const HouseDocument& house, const Style& style, const std::string& file);

}  // namespace rapporteur
