#pragma once

#include <string>

namespace rapporteur {

/// A number with at most `places` decimals, zeros at the end left out, the point whatever the locale: "12.5", "-0.25",
/// "3".
std::string decimal(double value, int places);

}  // namespace rapporteur
