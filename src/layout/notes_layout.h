#pragma once

#include <cstddef>
#include <vector>

#include "layout/pack.h"
#include "layout/strip.h"
#include "layout/typeset.h"

namespace rapporteur {

/// The labels of a box to write in, what stands in it, and the row that names its item where the box has a page of its
/// own.
NotesPlan plan_notes(const NotesBox& box, const std::string& item_title, Typesetter& typesetter);

/// How far down a box has been drawn: lines of each half that stand on pages already.
struct NotesProgress {
    std::size_t position = 0, notes = 0;
    bool position_done = false;
    bool operator==(const NotesProgress&) const = default;
};

/// Draws a box between two heights of a page, or as much of it as goes there: position above, notes below to the foot,
/// lines to write on below what is written, a field in each half. Returns where it ends and moves `progress` on; the
/// box is done when all lines are drawn.
struct DrawnNotes {
    std::vector<PageItem> items;
    double bottom = 0;
    bool done = false;
};
DrawnNotes draw_notes(const NotesPlan& plan, double top, double bottom, const Style& style, NotesProgress& progress);

/// How high what is written asks the box to be at least.
double least_height(const NotesPlan& plan, const Style& style);

}  // namespace rapporteur
