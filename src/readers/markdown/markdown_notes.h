#pragma once

#include <string>
#include <vector>

#include "readers/draft.h"
#include "readers/note_marks.h"

namespace rapporteur {

/// A footnote's definition, taken out of the text before it is parsed.
struct MarkdownNote {
    std::string mark;
    std::string text;
    int line = 0;
};

/// Takes footnote definitions out of the text, leaving blank lines, so that the parser does not read them as link
/// references or as paragraphs. They go on over lines that are set in; one that begins with a superscript number goes
/// on to the next blank line.
std::vector<MarkdownNote> take_notes(std::string& text);

/// Puts the notes where they stood: before the first draft of a later line.
void place_notes(Drafts& drafts, const std::vector<MarkdownNote>& notes, const NoteMarks& marks);

}  // namespace rapporteur
