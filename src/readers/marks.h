#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "readers/note_marks.h"

namespace rapporteur {

/// White space of two columns or more inside a line.
struct WideSpace {
    std::size_t at = 0;  // byte of `text` after it
    int column = 0;      // of the paper, at which the text goes on
};

/// A printed line of a text file after its marks of emphasis, links, pictures and footnotes are gone.
struct Line {
    std::string text;               // one space between words
    std::vector<Run> runs;          // over `text`
    std::vector<std::size_t> tabs;  // bytes of `text` where white space held a tab
    std::vector<WideSpace> gaps;    // in order
    std::vector<std::size_t> glue;  // bytes of `text` where emphasis changes without white space
    int number = 0;                 // 1-based line of the file
    int page = 0;
    int indent = 0;             // columns of white space before it
    bool after_space = false;   // blank lines or the start of the file stand before it
    bool after_break = false;   // a page break or furniture stands before it
    bool bold_goes_on = false;  // a bold run goes on into the next line
    bool picture = false;       // held a picture, which is gone
    bool hard_break = false;    // Markdown's two spaces at the end
    int columns = 0;            // code points of the line as printed
    int column_width = 0;       // columns of paper that its column of text is wide, 0 where the page has but one
};

/// A line as it stands in the file.
struct RawLine {
    std::string_view text;
    int number = 0;
    int page = 0;
    bool after_break = false;
    int column_width = 0;  // columns of paper that its column of text is wide, 0 where the page has but one
};

/// Reads the marks of a run of lines without a blank one between: "**", "*", links, pictures, "<br>", "<sup>", "[^1]",
/// superscript digits, character entities, backslash escapes. Marks that have no partner within a few lines stay as
/// they are. An emphasis may span lines, and pieces of different emphasis may touch.
std::vector<Line> read_marks(const std::vector<RawLine>& lines, const NoteMarks& notes);

/// What a character entity stands for ("&amp;", "&#233;"); itself where it is unknown.
std::string entity_text(std::string_view entity);

}  // namespace rapporteur
