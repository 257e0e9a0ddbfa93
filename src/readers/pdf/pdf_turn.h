#pragma once

#include <utility>

namespace rapporteur {

/// How a frame lies on a page: text that runs at that angle on the page runs left to right in the frame. Points, y up.
struct PageTurn {
    int quarters = 0;                        // counter-clockwise
    double slant = 0;                        // radians beyond them, at most an eighth of a turn either way
    double page_width = 0, page_height = 0;  // as it is shown

    /// The frame's width and height: it holds the whole page.
    std::pair<double, double> size() const;
    std::pair<double, double> to_frame(double x, double y) const;
    std::pair<double, double> to_page(double u, double v) const;
};

}  // namespace rapporteur
