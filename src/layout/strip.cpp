#include "layout/strip.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "layout/path.h"

namespace rapporteur {
namespace {

constexpr double kTolerance = 1e-6;
constexpr double kTallest = 200;  // points: a merged strip beyond this is set line by line instead

/// A cell on its way: how far its strips have been taken.
struct Cursor {
    std::vector<Strip>* strips = nullptr;
    std::size_t next = 0;
    double top = 0;  // of the next strip, its space above included

    bool done() const { return next == strips->size(); }
    double bottom() const { return top + (*strips)[next].before + (*strips)[next].height; }
};

void absorb(Strip& row, Strip part, double top) {
    shift(part, 0, top);
    row.height = std::max(row.height, top + part.height);
    if (row.heading < 0) row.heading = part.heading;
    std::move(part.items.begin(), part.items.end(), std::back_inserter(row.items));
    std::move(part.notes.begin(), part.notes.end(), std::back_inserter(row.notes));
}

/// Takes from each cell what ends at or above `limit`, as one strip that begins at `from`.
Strip take_until(std::vector<Cursor>& cells, double from, double limit) {
    Strip row;
    row.height = limit - from;
    for (Cursor& cell : cells) {
        while (!cell.done() && cell.bottom() <= limit + kTolerance) {
            Strip& part = (*cell.strips)[cell.next];
            const double top = cell.top + part.before - from, bottom = cell.bottom();
            const bool ends = cell.next + 1 < cell.strips->size() && bottom >= limit - kTolerance;
            if (ends) row.keep = std::max(row.keep, part.keep);
            absorb(row, std::move(part), top);
            cell.top = bottom;
            ++cell.next;
        }
    }
    return row;
}

/// The end of the strip that ends first.
double first_bottom(const std::vector<Cursor>& cells) {
    double lowest = std::numeric_limits<double>::infinity();
    for (const Cursor& cell : cells)
        if (!cell.done()) lowest = std::min(lowest, cell.bottom());
    return lowest;
}

/// The next height at which no cell's strip is cut; not sought further than `limit`.
double next_cut(const std::vector<Cursor>& cells, double limit) {
    std::vector<Cursor> ahead = cells;
    double cut = first_bottom(cells);
    for (bool moved = true; moved && cut <= limit;) {
        moved = false;
        for (Cursor& cell : ahead) {
            while (!cell.done() && cell.top + (*cell.strips)[cell.next].before < cut - kTolerance) {
                const double bottom = cell.bottom();
                if (bottom > cut + kTolerance) cut = bottom, moved = true;
                cell.top = bottom;
                ++cell.next;
            }
        }
    }
    return cut;
}

/// One line of each cell as one strip: for cells whose lines nowhere end together.
Strip take_lines(std::vector<Cursor>& cells) {
    Strip row;
    for (Cursor& cell : cells) {
        if (cell.done()) continue;
        Strip& part = (*cell.strips)[cell.next];
        absorb(row, std::move(part), part.before);
        ++cell.next;
    }
    for (Cursor& cell : cells) cell.top = 0;
    return row;
}

bool all_done(const std::vector<Cursor>& cells) {
    return std::all_of(cells.begin(), cells.end(), [](const Cursor& cell) { return cell.done(); });
}

}  // namespace

double height_of(const std::vector<Strip>& strips) {
    double height = 0;
    for (const Strip& strip : strips) height += strip.before + strip.height;
    return height;
}

void shift(Strip& strip, double dx, double dy) {
    for (PageItem& item : strip.items) move_by(item, dx, dy);
}

std::vector<Strip> side_by_side(std::vector<std::vector<Strip>> cells, bool broken) {
    std::vector<Cursor> cursors;
    double tallest = 0;
    for (std::vector<Strip>& cell : cells) {
        cursors.push_back({&cell});
        tallest = std::max(tallest, height_of(cell));
    }
    std::vector<Strip> rows;
    if (!broken) {
        rows.push_back(take_until(cursors, 0, tallest));
        return rows;
    }
    double from = 0;
    while (!all_done(cursors)) {
        const double cut = next_cut(cursors, from + kTallest);
        if (cut - from <= kTallest) {
            rows.push_back(take_until(cursors, from, cut));
            from = cut;
        } else {
            rows.push_back(take_lines(cursors));
            from = 0;
        }
    }
    return rows;
}

}  // namespace rapporteur
