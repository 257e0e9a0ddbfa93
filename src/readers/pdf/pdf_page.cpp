#include "readers/pdf/pdf_page.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rapporteur {
namespace {

/// The upright box around the corners of another that `turned` takes elsewhere.
template <typename Turned>
PdfArea around_corners(const PdfArea& box, const Turned& turned) {
    PdfArea out{1e9, 1e9, -1e9, -1e9};
    for (const auto& [u, v] : {std::pair(box.x0, box.y0), {box.x1, box.y0}, {box.x1, box.y1}, {box.x0, box.y1}}) {
        const auto [x, y] = turned(u, v);
        out = {std::min(out.x0, x), std::min(out.y0, y), std::max(out.x1, x), std::max(out.y1, y)};
    }
    return out;
}

}  // namespace

Box to_page(const PdfPage& page, double x0, double y0, double x1, double y1) {
    const PdfArea box = around_corners({x0, y0, x1, y1}, [&](double u, double v) { return page.turn.to_page(u, v); });
    return {page.number, box.x0, box.y0, box.x1, box.y1};
}

PdfArea to_frame(const PageTurn& turn, const PdfArea& area) {
    return around_corners(area, [&](double x, double y) { return turn.to_frame(x, y); });
}

}  // namespace rapporteur
