#pragma once

#include <vector>

#include "layout/pack.h"
#include "layout/strip.h"
#include "layout/typeset.h"

namespace rapporteur {

/// The labels of a box to write in, and the row that names its item where the box has a page of its own.
NotesPlan plan_notes(const NotesBox& box, const std::string& item_title, Typesetter& typesetter);

/// Draws the box between two heights of a page: position above, notes below to the foot, lines to write on, two fields.
std::vector<PageItem> draw_notes(const NotesPlan& plan, double top, double bottom, const Style& style);

}  // namespace rapporteur
