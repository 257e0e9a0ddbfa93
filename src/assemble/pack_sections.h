#pragma once

#include <array>
#include <string_view>

namespace rapporteur {

/// The sections of a pack that statements stand in, by the anchor of their heading, in the order of the pack.
inline constexpr std::array<std::string_view, 6> pack_sections{"agenda",   "sheets", "recommendations",
                                                               "outcomes", "who",    "documents"};

}  // namespace rapporteur
