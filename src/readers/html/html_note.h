#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>

#include "readers/html/html_tree.h"
#include "readers/note_marks.h"

namespace rapporteur {

/// Where the footnotes of a page stand: HTML has none of its own, pages make them of links or raised figures.
struct HtmlNotes {
    std::map<std::size_t, std::string> starts;  // nodes at which a note begins, and its mark
    std::set<std::size_t> marks;                // nodes that are only marks: links to a note and back
    NoteMarks known;                            // the marks of all notes
};

/// Finds the notes: links with a mark as their text that lead down to a named place, and paragraphs that begin with a
/// raised figure which stands further up.
HtmlNotes find_notes(const HtmlTree& tree);

}  // namespace rapporteur
