#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace rapporteur {

/// A page as a picture: one byte a point, 0 black to 255 white, rows from the top down without padding.
struct Raster {
    int width = 0, height = 0;
    double points = 1;  // of 1/72 inch, that one point of the picture is wide and high
    std::vector<unsigned char> grey;
};

/// Asked now and then during long work: true where it is to be given up.
using GiveUp = std::function<bool()>;

/// The picture turned by quarter turns counter-clockwise, 0 to 3.
Raster turned(const Raster& raster, int quarters);

/// True where too few points are dark for a single letter.
bool is_blank(const Raster& raster);

}  // namespace rapporteur
