#include "writers/png_picture.h"

#include <png.h>

#include <algorithm>
#include <array>
#include <vector>

#include "writers/picture_limits.h"

namespace rapporteur {
namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1A\n";
constexpr std::size_t chunk_frame = 12;  // length, type and check sum

// Those that decoders need, and those that say how colours are meant.
constexpr auto kept_chunks =
    std::to_array<std::string_view>({"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT"});

std::size_t number_at(std::string_view bytes, std::size_t at) {
    std::size_t number = 0;
    for (std::size_t i = at; i < at + 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[i]);
    return number;
}

/// The kept chunks up to the end of the picture; empty where it breaks off before.
std::string kept_part(std::string_view bytes) {
    std::string out(signature);
    std::size_t at = signature.size();
    while (at + chunk_frame <= bytes.size()) {
        const std::size_t size = number_at(bytes, at);
        if (size > bytes.size() - at - chunk_frame) return {};
        const std::string_view type = bytes.substr(at + 4, 4);
        if (std::find(kept_chunks.begin(), kept_chunks.end(), type) != kept_chunks.end())
            out += bytes.substr(at, size + chunk_frame);
        if (type == "IEND") return out;
        at += size + chunk_frame;
    }
    return {};
}

/// libpng's reader of a PNG in memory.
class PngReader {
public:
    PngReader() { image_.version = PNG_IMAGE_VERSION; }
    ~PngReader() { png_image_free(&image_); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    bool begin(std::string_view bytes) { return png_image_begin_read_from_memory(&image_, bytes.data(), bytes.size()); }

    /// Red, green, blue and opacity of each pixel.
    bool finish(std::vector<unsigned char>& out) {
        image_.format = PNG_FORMAT_RGBA;
        out.resize(PNG_IMAGE_SIZE(image_));
        return png_image_finish_read(&image_, nullptr, out.data(), 0, nullptr);
    }

    std::size_t width() const { return image_.width; }
    std::size_t height() const { return image_.height; }
    std::string fault() const { return std::string("libpng says: ") + image_.message; }

private:
    png_image image_{};
};

}  // namespace

bool is_png(std::string_view bytes) { return bytes.starts_with(signature); }

Result<Picture> read_png(std::string_view bytes) {
    Picture picture;
    picture.bytes = kept_part(bytes);
    if (picture.bytes.empty()) return refused_picture("it breaks off");
    PngReader reader;
    if (!reader.begin(picture.bytes)) return refused_picture(reader.fault());
    if (!is_size_allowed(reader.width(), reader.height()))
        return refused_picture(size_words(reader.width(), reader.height()));
    std::vector<unsigned char> pixels;
    if (!reader.finish(pixels)) return refused_picture(reader.fault());
    picture.width = static_cast<int>(reader.width());
    picture.height = static_cast<int>(reader.height());
    return picture;
}

Result<Pixels> decode_png(std::string_view bytes) {
    PngReader reader;
    if (!reader.begin(bytes)) return refused_picture(reader.fault());
    if (!is_size_allowed(reader.width(), reader.height()))
        return refused_picture(size_words(reader.width(), reader.height()));
    std::vector<unsigned char> read;
    if (!reader.finish(read)) return refused_picture(reader.fault());
    Pixels pixels;
    pixels.colours.reserve(read.size() / 4 * 3);
    pixels.opacity.reserve(read.size() / 4);
    bool opaque = true;
    for (std::size_t i = 0; i < read.size(); i += 4) {
        pixels.colours.append(
            {static_cast<char>(read[i]), static_cast<char>(read[i + 1]), static_cast<char>(read[i + 2])});
        pixels.opacity += static_cast<char>(read[i + 3]);
        opaque = opaque && read[i + 3] == 255;
    }
    if (opaque) pixels.opacity.clear();
    return pixels;
}

Pixels on_white(Pixels pixels) {
    for (std::size_t i = 0; i < pixels.opacity.size(); ++i) {
        const int opacity = static_cast<unsigned char>(pixels.opacity[i]);
        for (std::size_t part = i * 3; part < i * 3 + 3; ++part) {
            const int colour = static_cast<unsigned char>(pixels.colours[part]);
            pixels.colours[part] = static_cast<char>((colour * opacity + 255 * (255 - opacity) + 127) / 255);
        }
    }
    pixels.opacity.clear();
    return pixels;
}

}  // namespace rapporteur
