#pragma once

#include <set>
#include <string>
#include <string_view>

#include "readers/draft.h"

namespace rapporteur {

/// Footnote marks that have a note of their own in the document ("1", "2", "*").
using NoteMarks = std::set<std::string, std::less<>>;

/// True where superscript `digits` that follow `before` are a footnote mark: after a word always, after a number or
/// white space only where that note is there, never as the exponent of a unit of measure.
bool is_note_mark(std::string_view before, const std::string& digits, const NoteMarks& notes);

/// Takes footnote marks ("[^1]", superscript digits) out of a draft's text.
void remove_note_marks(Draft& draft, const NoteMarks& notes);

/// The digits of superscript characters ("¹²" gives "12") at byte `at`, and in `end` where they end; empty where none
/// stand there.
std::string superscript_at(std::string_view text, std::size_t at, std::size_t& end);

}  // namespace rapporteur
