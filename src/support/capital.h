#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

/// The text with a capital for its first character.
std::string capitalised(std::string_view text);

}  // namespace rapporteur
