#pragma once

#include <string_view>

#include "layout/picture.h"
#include "support/result.h"

namespace rapporteur {

bool is_jpeg(std::string_view bytes);

/// A JPEG (ITU-T T.81) that DCTDecode takes – baseline, extended or progressive, 8 bits, grey or three colours –
/// without comments, camera data and thumbnails. Its coded pixels are left to who shows them. Fails with
/// `picture_refused`.
Result<Picture> read_jpeg(std::string_view bytes);

}  // namespace rapporteur
