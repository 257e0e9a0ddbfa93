#pragma once

#include "layout/font_set.h"
#include "layout/hyphenation.h"
#include "layout/pack.h"
#include "layout/page.h"
#include "layout/style.h"
#include "support/diagnostic.h"

namespace rapporteur {

/// Lays a pack out into pages. A pure function: the same pack, style and fonts give the same pages. Adds
/// `glyph_missing` and `text_overflows` to the diagnostics; there is always at least one page. Words are parted where
/// the style allows it and `hyphenation` has patterns of their language.
Pages lay_out(const Pack& pack, const Style& style, const FontSet& fonts, Diagnostics& diagnostics,
              const Hyphenation& hyphenation = {});

}  // namespace rapporteur
