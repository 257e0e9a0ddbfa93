#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

/// A number as a Roman numeral in small letters ("xiv"); empty below 1, at most 39999 is written.
std::string roman_numeral(long value);

/// The value of a Roman numeral in capital or small letters, up to 15 of them; 0 where it is none or not written in the
/// usual, shortest way ("IIII", "IXIV").
int roman_value(std::string_view numeral);

}  // namespace rapporteur
