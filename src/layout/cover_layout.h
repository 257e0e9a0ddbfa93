#pragma once

#include "layout/pack.h"
#include "layout/page.h"
#include "layout/typeset.h"

namespace rapporteur {

/// The cover: title, dates and venue, facts, counts; no furniture.
Page lay_cover(const Cover& cover, Typesetter& typesetter, Diagnostics& diagnostics);

}  // namespace rapporteur
