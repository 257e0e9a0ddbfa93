#pragma once

#include <string_view>

namespace rapporteur {

/// True where the path fits the pattern of a shell: "*" and "?" stand for characters other than "/", "**" for any; a
/// pattern without "/" is held against the path's last part. Time grows with the product of both lengths.
bool fits_glob(std::string_view pattern, std::string_view path);

}  // namespace rapporteur
