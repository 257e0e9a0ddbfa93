#include "layout/column_pages.h"

#include <algorithm>

#include "layout/path.h"

namespace rapporteur {
namespace {

double height_between(const ColumnsPlan& plan, std::size_t first, std::size_t end) {
    double height = 0;
    for (std::size_t i = first; i < end; ++i) height += plan.entries[i].height + (i > first ? plan.gap : 0);
    return height;
}

/// One past the last entry that a column of this height holds.
std::size_t column_end(const ColumnsPlan& plan, std::size_t first, double room) {
    double height = 0;
    for (std::size_t i = first; i < plan.entries.size(); ++i) {
        height += plan.entries[i].height + (i > first ? plan.gap : 0);
        if (height > room + 1e-6) return i;
    }
    return plan.entries.size();
}

/// Where the second column begins so that the taller of the two is least tall; the first is the taller one where they
/// differ.
std::size_t even_split(const ColumnsPlan& plan, std::size_t first) {
    const std::size_t end = plan.entries.size();
    double left = -plan.gap, right = height_between(plan, first, end);
    for (std::size_t split = first; split < end; ++split) {
        const double step = plan.entries[split].height + plan.gap;
        if (std::max(left + step, right - step) > std::max(left, right)) return split;
        left += step;
        right -= step;
    }
    return end;
}

double place(ColumnsPlan& plan, std::size_t first, std::size_t end, double dx, std::vector<PageItem>& items) {
    double y = 0;
    for (std::size_t i = first; i < end; ++i) {
        shift(plan.entries[i], dx, y);
        for (PageItem& item : plan.entries[i].items) items.push_back(std::move(item));
        y += plan.entries[i].height + plan.gap;
    }
    return end > first ? y - plan.gap : 0;
}

}  // namespace

ColumnsOnPage fill_columns(ColumnsPlan& plan, std::size_t first, double room, bool forced) {
    std::size_t split = column_end(plan, first, room);
    if (forced) split = std::max(split, std::min(first + 1, plan.entries.size()));
    ColumnsOnPage part;
    part.next = column_end(plan, split, split > first ? room : 0);
    if (part.next == plan.entries.size()) {
        const std::size_t even = even_split(plan, first);
        if (height_between(plan, first, even) <= room + 1e-6) split = even;
    }
    part.height = place(plan, first, split, 0, part.items);
    part.height = std::max(part.height, place(plan, split, part.next, plan.shift, part.items));
    return part;
}

}  // namespace rapporteur
