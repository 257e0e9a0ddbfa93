#pragma once

#include <vector>

#include "layout/pack.h"
#include "layout/strip.h"
#include "layout/typeset.h"

namespace rapporteur {

/// The contents: its title, then a row for each heading of level 1 and 2 that belongs there, linked; the page numbers
/// are filled in when pages are made. Begins a page.
std::vector<Strip> lay_contents(const Contents& contents, Flow& flow, Typesetter& typesetter);

}  // namespace rapporteur
