#pragma once

#include <memory>
#include <string>

namespace rapporteur {

enum class PictureKind { png, jpeg };

/// A picture as its file holds it, seen to be whole; sizes in pixels.
struct Picture {
    PictureKind kind = PictureKind::png;
    int width = 0, height = 0;
    bool grey = false;  // of a JPEG: one component in place of three
    std::string bytes;  // the file without what does not change its looks: notes, dates, places, thumbnails
};

using SharedPicture = std::shared_ptr<const Picture>;

}  // namespace rapporteur
