#pragma once

#include <cstddef>
#include <string>

#include "support/diagnostic.h"

namespace rapporteur {

/// Why a picture is not taken, as `picture_refused`.
Diagnostic refused_picture(const std::string& why);

/// True where a picture of so many pixels is neither empty nor more than packs take.
bool is_size_allowed(std::size_t width, std::size_t height);

/// What to say of a size that is not allowed.
std::string size_words(std::size_t width, std::size_t height);

}  // namespace rapporteur
