#include "readers/pdf/pdf_page.h"

#include <algorithm>
#include <utility>

namespace rapporteur {

Box to_page(const PdfPage& page, double x0, double y0, double x1, double y1) {
    // The frame's own width and height are those of the page turned.
    const auto turned = [&](double u, double v) -> std::pair<double, double> {
        switch (page.turn) {
            case 1:
                return {page.height - v, u};
            case 2:
                return {page.width - u, page.height - v};
            case 3:
                return {v, page.width - u};
            default:
                return {u, v};
        }
    };
    const auto [ax, ay] = turned(x0, y0);
    const auto [bx, by] = turned(x1, y1);
    return {page.number, std::min(ax, bx), std::min(ay, by), std::max(ax, bx), std::max(ay, by)};
}

}  // namespace rapporteur
