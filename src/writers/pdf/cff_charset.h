#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace rapporteur {

/// The CIDs of the glyphs of a CID-keyed CFF table, by glyph id (Adobe Technical Note 5176, clauses 9, 13 and 18).
/// None where the table is name-keyed (then a glyph's id is its CID) or damaged.
std::optional<std::vector<std::uint16_t>> cff_charset(std::string_view table, unsigned glyph_count);

}  // namespace rapporteur
