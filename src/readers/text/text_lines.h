#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readers/marks.h"

namespace rapporteur {

/// The lines of a text file with their numbers and, where form feeds part it, their pages; `pages` is 0 where none do.
std::vector<RawLine> split_lines(std::string_view text, int& pages);

/// The mark of the note that a line begins ("¹ In 2005 …", "[^1]: …"), and in `length` the bytes before its text.
std::string note_mark_at(std::string_view line, std::size_t& length);

/// The marks of all notes that the lines hold.
NoteMarks note_marks_of(const std::vector<RawLine>& lines);

/// Reads the marks of all lines, group by group: a group is a run of lines without a blank one.
std::vector<Line> read_lines(const std::vector<RawLine>& raw, const NoteMarks& notes);

}  // namespace rapporteur
