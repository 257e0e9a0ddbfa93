#include "writers/picture_file.h"

#include "writers/jpeg_picture.h"
#include "writers/picture_limits.h"
#include "writers/png_picture.h"

namespace rapporteur {
namespace {

constexpr int longest_side = 16384;
constexpr int most_pixels = 16 << 20;

Result<Picture> picture_of(std::string_view bytes) {
    if (is_png(bytes)) return read_png(bytes);
    if (is_jpeg(bytes)) return read_jpeg(bytes);
    return refused_picture("it is neither PNG nor JPEG");
}

}  // namespace

Diagnostic refused_picture(const std::string& why) { return {Code::picture_refused, {}, why}; }

bool is_size_allowed(std::size_t width, std::size_t height) {
    return width > 0 && height > 0 && width <= longest_side && height <= longest_side && width * height <= most_pixels;
}

std::string size_words(std::size_t width, std::size_t height) {
    return "it is " + std::to_string(width) + " by " + std::to_string(height) +
           " pixels, between 1 and 16 million in all are taken";
}

Result<Picture> read_picture(std::string_view bytes, const std::string& file) {
    Result<Picture> picture = bytes.size() > most_picture_bytes
                                  ? Result<Picture>(refused_picture("it is larger than 8 MiB"))
                                  : picture_of(bytes);
    if (picture) return picture;
    Diagnostic told = picture.error();
    told.place.file = file;
    return told;
}

}  // namespace rapporteur
