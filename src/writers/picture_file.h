#pragma once

#include <string>
#include <string_view>

#include "layout/picture.h"
#include "support/result.h"

namespace rapporteur {

/// The largest file of a picture that read_picture looks at, in bytes.
constexpr std::size_t most_picture_bytes = 8 << 20;

/// A PNG or JPEG, told by its content, of at most 16 million pixels. Fails with `picture_refused` and its reason where
/// it is anything else, breaks off, or is of a kind that PDF or Word cannot show.
Result<Picture> read_picture(std::string_view bytes, const std::string& file);

}  // namespace rapporteur
