#include "layout/close_up.h"

#include <algorithm>
#include <iterator>

#include "layout/paginate.h"

namespace rapporteur {
namespace {

constexpr int most_steps = 4;

using StripPlace = std::vector<Strip>::iterator;

void take_away(Strip& strip, double share) {
    double taken = strip.give * share;
    const double above = std::min(taken, strip.before);
    strip.before -= above;
    strip.height -= taken - above;
}

/// Where the last strip ends when each has given that share of what it can.
double end_of(StripPlace begin, StripPlace end, double share, const Style& style) {
    double y = style.page.top;
    for (StripPlace at = begin; at != end; ++at) {
        Strip measured;
        measured.before = at->before;
        measured.height = at->height;
        measured.give = at->give;
        measured.on_grid = at->on_grid;
        measured.keeps_space = at->keeps_space;
        take_away(measured, share);
        y = top_of(measured, y, style) + measured.height;
    }
    return y;
}

bool can_give(StripPlace begin, StripPlace end) {
    return std::any_of(begin, end, [](const Strip& strip) { return strip.give > 0; }) &&
           std::none_of(begin, end, [](const Strip& strip) { return strip.special >= 0 || !strip.notes.empty(); });
}

void close_up_section(StripPlace begin, StripPlace end, const Style& style) {
    if (!can_give(begin, end) || end_of(begin, end, 1, style) > style.body_bottom()) return;
    for (int step = 0; step <= most_steps; ++step) {
        const double share = static_cast<double>(step) / most_steps;
        if (end_of(begin, end, share, style) > style.body_bottom()) continue;
        for (StripPlace at = begin; at != end; ++at) take_away(*at, share);
        return;
    }
}

}  // namespace

void close_up(std::vector<Strip>& strips, const Style& style) {
    for (StripPlace begin = strips.begin(); begin != strips.end();) {
        const StripPlace end =
            std::find_if(std::next(begin), strips.end(), [](const Strip& strip) { return strip.new_page; });
        close_up_section(begin, end, style);
        begin = end;
    }
}

}  // namespace rapporteur
