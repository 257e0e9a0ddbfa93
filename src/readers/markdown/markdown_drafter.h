#pragma once

#include <string_view>
#include <vector>

#include "readers/draft.h"
#include "readers/note_marks.h"

namespace rapporteur {

/// What a Markdown text holds, and what of it is struck out or hidden.
struct MarkdownDrafts {
    Drafts drafts;
    std::vector<LeftOut> left_out;
};

/// Turns Markdown (CommonMark with tables and strikethrough; HTML in its place) into drafts; marks of the notes go.
MarkdownDrafts draft_markdown(std::string_view text, const NoteMarks& notes);

}  // namespace rapporteur
