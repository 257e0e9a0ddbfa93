#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

/// The language of a text as BCP 47, told by its script and its most frequent words; empty where neither tells.
std::string language_of(std::string_view text);

}  // namespace rapporteur
