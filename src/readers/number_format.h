#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

/// A counted number as a word processor prints it in that format (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat: "decimal",
/// "upperRoman", "lowerLetter", "ordinalText" …); decimal where the format is unknown, empty for "none" and "bullet".
/// `language` is BCP 47 and matters for ordinals only.
std::string number_in_format(int number, std::string_view format, std::string_view language = "en");

}  // namespace rapporteur
