#pragma once

#include "layout/pack.h"
#include "layout/page.h"
#include "layout/typeset.h"

namespace rapporteur {

/// How large a picture is on a page, in points.
struct PictureSize {
    double width = 0, height = 0;
};

/// As large as the style's box for it allows, and its pixels.
PictureSize logo_size(const Picture& logo, const Style& style);

/// The cover: title, dates and venue, facts, counts; no furniture.
Page lay_cover(const Cover& cover, Typesetter& typesetter, Diagnostics& diagnostics);

}  // namespace rapporteur
