#pragma once

#include <string>

namespace rapporteur {

/// An ICC profile (ICC.1:2001-04, version 2) of a display in sRGB (IEC 61966-2-1).
std::string srgb_profile();

}  // namespace rapporteur
