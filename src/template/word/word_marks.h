#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

/// What has to be worked out after a template is filled, when it is known how often things stand in it. A mark is
/// `mark_begin`, its letter, its words and `mark_end`: characters that XML cannot hold, so that no value makes one.
enum class WordMark : char {
    part = 'P',          // the text up to the next of them is that part; number of the part
    drawing = 'D',       // a number that no other drawing has
    bookmark = 'B',      // the number of a bookmark's beginning; as it was
    bookmark_end = 'b',  // the number that its bookmark's beginning was given; as it was
    name = 'N',          // a bookmark's name, changed where another has it
    anchor = 'A',        // a place that links lead to; its anchor
    link = 'H',          // attributes of a link; "#anchor" or an address
    note = 'F',          // the number of a note that stands behind this reference; '0' footnotes, '1' endnotes
    note_begin = '[',    // what follows goes into the notes' part; the kind
    note_number = 'f',   // the number that the note was given
    note_end = ']',
    notes = 'Z',  // all notes of the kind
    table = 'T',  // a table that goes where it has no rows
    row = 'R',
    table_end = 't',
    merged = 'V',      // attributes of a cell that begins a merged one; its column
    merged_on = 'v',   // attributes of a cell that goes on with the one above; its column
    blocks = 'C',      // blocks of which the last has to be a paragraph
    blocks_end = 'c',  // what to add where it is none
    figure = 'G',      // a drawing; its name
    list = 'L',        // a list of words begins
    separator = 'l',   // what follows stands between entries, not before the first
    separated = 'm',
};

constexpr char mark_begin = '\x01', mark_end = '\x02';
/// A line break and a tab in a value.
constexpr char line_break_mark = '\x03', tab_mark = '\x04';

inline std::string mark(WordMark kind, std::string_view words = {}) {
    std::string out{mark_begin, static_cast<char>(kind)};
    out += words;
    return out += mark_end;
}

}  // namespace rapporteur
