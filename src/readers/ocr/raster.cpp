#include "readers/ocr/raster.h"

#include <algorithm>

namespace rapporteur {
namespace {

constexpr int dark = 128;
constexpr std::size_t least_dark = 50;  // points of a picture: fewer are no letter

}  // namespace

Raster turned(const Raster& raster, int quarters) {
    Raster out = raster;
    if (quarters == 2) std::reverse(out.grey.begin(), out.grey.end());
    if (quarters != 1 && quarters != 3) return out;
    std::swap(out.width, out.height);
    const auto width = static_cast<std::size_t>(raster.width), height = static_cast<std::size_t>(raster.height);
    for (std::size_t row = 0; row < height; ++row) {
        for (std::size_t column = 0; column < width; ++column) {
            const std::size_t to_row = quarters == 1 ? width - 1 - column : column;
            const std::size_t to_column = quarters == 1 ? row : height - 1 - row;
            out.grey[to_row * height + to_column] = raster.grey[row * width + column];
        }
    }
    return out;
}

bool is_blank(const Raster& raster) {
    std::size_t count = 0;
    for (const unsigned char point : raster.grey) {
        if (point < dark && ++count >= least_dark) return false;
    }
    return true;
}

}  // namespace rapporteur
