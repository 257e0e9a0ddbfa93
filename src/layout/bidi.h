#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "support/range.h"

namespace rapporteur {

/// The embedding levels of a paragraph (UAX #9): odd levels run from right to left.
struct BidiLevels {
    bool right_to_left = false;         // of the paragraph: its first strong character
    std::vector<std::uint8_t> of_byte;  // empty where everything runs from left to right

    std::uint8_t at(std::size_t byte) const { return of_byte.empty() ? 0 : of_byte[byte]; }
};

/// Resolves the levels of a text; each of `isolated` (in order, not overlapping: citations, symbols) is a run of its
/// own that goes from left to right.
BidiLevels bidi_levels(std::string_view text, const std::vector<Range>& isolated);

/// The order in which pieces of these levels stand on a line, from left to right (rule L2).
std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels);

}  // namespace rapporteur
