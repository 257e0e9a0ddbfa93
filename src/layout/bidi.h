#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "support/range.h"

namespace rapporteur {

/// The embedding levels of a paragraph (UAX #9): odd levels run from right to left.
struct BidiLevels {
    bool right_to_left = false;         // of the paragraph
    std::vector<std::uint8_t> of_byte;  // empty where everything runs from left to right

    std::uint8_t at(std::size_t byte) const { return of_byte.empty() ? 0 : of_byte[byte]; }
};

/// How it is told which way a paragraph runs: the pack's own words run as the pack does wherever they have a letter
/// that does or a mark is drawn (U+FFFC), those of sources as their first letter; words without letters as the pack.
struct BaseDirection {
    bool right_to_left = false;  // the pack
    bool own_words = false;
};

/// A stretch that is set apart from the direction around it: a citation, or a symbol inside one.
struct Isolate {
    Range range;
    bool right_to_left = false;
};

/// The stretches that a citation or an unbreakable word is set apart by: itself, in the pack's direction where it has
/// letters of that, and inside it what runs the other way, from comma to comma.
std::vector<Isolate> isolates_of(std::string_view text, Range word, bool right_to_left);

/// Resolves the levels of a text; `isolates` may hold others but not overlap, and stand in order, the outer first.
BidiLevels bidi_levels(std::string_view text, const std::vector<Isolate>& isolates, BaseDirection base = {});

/// The order in which pieces of these levels stand on a line, from left to right (rule L2).
std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels);

}  // namespace rapporteur
