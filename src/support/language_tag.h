#pragma once

#include <string_view>

namespace rapporteur {

/// The language of a tag without script or region (BCP 47; some write "_"): "en" of "en-GB".
inline std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

}  // namespace rapporteur
