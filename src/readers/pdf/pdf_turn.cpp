#include "readers/pdf/pdf_turn.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace rapporteur {
namespace {

/// Width and height of the page after the quarter turns.
std::pair<double, double> upright_size(const PageTurn& turn) {
    return turn.quarters % 2 == 0 ? std::pair(turn.page_width, turn.page_height)
                                  : std::pair(turn.page_height, turn.page_width);
}

/// What brings the corners of a page that is turned beyond quarters back to positive coordinates.
std::pair<double, double> shift(const PageTurn& turn) {
    const auto [width, height] = upright_size(turn);
    const double sine = std::sin(turn.slant);
    return {std::max(-height * sine, 0.0), std::max(width * sine, 0.0)};
}

}  // namespace

std::pair<double, double> PageTurn::size() const {
    const auto [width, height] = upright_size(*this);
    const double sine = std::abs(std::sin(slant));
    const double cosine = std::cos(slant);
    return {width * cosine + height * sine, width * sine + height * cosine};
}

std::pair<double, double> PageTurn::to_frame(double x, double y) const {
    switch (quarters) {
        case 1:
            std::tie(x, y) = std::pair(y, page_width - x);
            break;
        case 2:
            std::tie(x, y) = std::pair(page_width - x, page_height - y);
            break;
        case 3:
            std::tie(x, y) = std::pair(page_height - y, x);
            break;
        default:
            break;
    }
    if (slant == 0) return {x, y};
    const double sine = std::sin(slant);
    const double cosine = std::cos(slant);
    const auto [right, up] = shift(*this);
    return {x * cosine + y * sine + right, y * cosine - x * sine + up};
}

std::pair<double, double> PageTurn::to_page(double u, double v) const {
    if (slant != 0) {
        const double sine = std::sin(slant);
        const double cosine = std::cos(slant);
        const auto [right, up] = shift(*this);
        u -= right;
        v -= up;
        std::tie(u, v) = std::pair(u * cosine - v * sine, u * sine + v * cosine);
    }
    switch (quarters) {
        case 1:
            return {page_width - v, u};
        case 2:
            return {page_width - u, page_height - v};
        case 3:
            return {v, page_height - u};
        default:
            return {u, v};
    }
}

}  // namespace rapporteur
