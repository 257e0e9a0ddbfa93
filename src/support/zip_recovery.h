#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

/// An archive that lost its directory, as where it is cut off, with one made anew from the headers that stand before
/// its files (PKWARE APPNOTE 6.3, 4.3.7); the last file may be shorter than it was. Empty where there is no such
/// header.
std::string with_directory(std::string_view archive);

}  // namespace rapporteur
