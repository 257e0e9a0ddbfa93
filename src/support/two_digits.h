#pragma once

#include <string>

namespace rapporteur {

/// "07" of 7: hours, minutes, days and months as clocks and calendars write them; 0 to 99.
inline std::string two_digits(int value) {
    return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

}  // namespace rapporteur
