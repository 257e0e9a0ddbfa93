#pragma once

#include <vector>

#include "layout/frame.h"
#include "layout/pack.h"
#include "layout/strip.h"
#include "layout/typeset.h"

namespace rapporteur {

/// Every heading of a pack in the order in which layout meets them, with what contents, outline and running head show
/// of it.
std::vector<HeadingPlace> heading_places(const std::vector<PackBlock>& blocks);

/// The words of inlines without any look.
std::string plain_text(const Inlines& inlines);

/// A heading: number and title on one baseline, or an item's numeral and title under their small words. `index` is its
/// place in Flow::headings.
/// In a box or a cell it is a line of its own, whatever its level.
std::vector<Strip> lay_heading(const Heading& heading, int index, const HeadingPlace& place, const Frame& frame,
                               Typesetter& typesetter);

/// The name of the space around a heading in the style.
std::string_view space_of(const Heading& heading);

}  // namespace rapporteur
