#pragma once

#include <string>
#include <string_view>

#include "layout/picture.h"
#include "support/result.h"

namespace rapporteur {

/// The pixels of a picture, row by row from the top: three bytes of sRGB each, and how opaque each is.
struct Pixels {
    std::string colours;
    std::string opacity;  // empty where all of it is opaque
};

bool is_png(std::string_view bytes);

/// A PNG (ISO/IEC 15948) without the chunks that do not change its looks; fails with `picture_refused`.
Result<Picture> read_png(std::string_view bytes);

/// What a PNG shows, 16 bits and palettes brought to 8 bits of sRGB; fails with `picture_refused`.
Result<Pixels> decode_png(std::string_view bytes);

/// The same on white paper: without opacity.
Pixels on_white(Pixels pixels);

}  // namespace rapporteur
