#include "readers/pdf/pdf_raster.h"

#include <PDFDoc.h>
#include <Page.h>
#include <SplashOutputDev.h>
#include <splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace rapporteur {
namespace {

constexpr double most_points = 12e6;
constexpr double longest_side = 20000;  // points

/// The resolution, up to the one that is wanted, at which a page of that size, in 1/72 inch, stays within the limits.
double bounded(double wanted, double width, double height) {
    const double area = std::max(width * height / (72.0 * 72.0), 1e-6);
    const double side = std::max({width, height, 1e-3}) / 72.0;
    return std::min({wanted, std::sqrt(most_points / area), longest_side / side});
}

Raster copied(SplashBitmap& bitmap, double resolution) {
    Raster raster;
    raster.width = bitmap.getWidth();
    raster.height = bitmap.getHeight();
    raster.points = 72.0 / resolution;
    const auto width = static_cast<std::size_t>(raster.width);
    raster.grey.resize(width * static_cast<std::size_t>(raster.height));
    for (int row = 0; row < raster.height; ++row) {
        std::memcpy(raster.grey.data() + static_cast<std::size_t>(row) * width,
                    bitmap.getDataPtr() + static_cast<std::ptrdiff_t>(row) * bitmap.getRowSize(), width);
    }
    return raster;
}

}  // namespace

std::optional<Raster> raster_of(PDFDoc& document, int number, double wanted, const GiveUp& give_up) {
    const double resolution = bounded(wanted, document.getPageCropWidth(number), document.getPageCropHeight(number));
    SplashColor paper{255};
    SplashOutputDev device(splashModeMono8, 1, false, paper);
    // Soft edges of pictures and lines take a third of the time and tell recognition nothing.
    device.setVectorAntialias(false);
    device.startDoc(&document);
    GiveUp ask = give_up;
    const auto stop = [](void* asked) { return (*static_cast<GiveUp*>(asked))(); };
    document.displayPage(&device, number, resolution, resolution, 0, false, true, false, stop, &ask);
    SplashBitmap* bitmap = device.getBitmap();
    if (bitmap == nullptr || bitmap->getDataPtr() == nullptr || give_up()) return std::nullopt;
    return copied(*bitmap, resolution);
}

}  // namespace rapporteur
