#pragma once

#include <vector>

#include "layout/atom.h"
#include "layout/page.h"

namespace rapporteur {

/// The atoms [first, end) of one line.
struct TextLine {
    std::size_t first = 0, end = 0;
    double width = 0;  // without the blank at its end
};

/// All atoms on one line, however long.
TextLine whole_line(const std::vector<Atom>& atoms);

/// The bytes at which a paragraph's words are best parted by hyphens, for make_atoms; few, as each is a flaw.
std::vector<std::size_t> words_to_part(const AtomText& text, double width);

/// Breaks a paragraph as a whole into lines of at most `width` points: as few as can be, their right edge as even as
/// can be, the last not of next to nothing, none ending inside a word with a hyphen without need. Takes time and room
/// in proportion to the atoms.
std::vector<TextLine> break_lines(const std::vector<Atom>& atoms, double width);

/// The same for titles: the last line as long as the others where it can be, no line ending in a short word ("of",
/// "the").
std::vector<TextLine> break_evenly(const std::vector<Atom>& atoms, double width);

/// Numbers of Pages::elements for the chunks of a paragraph, and of Pages::faces for the faces of the font set.
struct LineTags {
    const std::vector<int>& element_of_chunk;
    const std::vector<int>& page_face;
    bool mirrored = false;  // the sheet will be: pieces stand in the mirror's order
};

/// The items of a line that starts at `x`, in reading order, its links after its text.
std::vector<PageItem> line_items(const AtomText& text, const TextLine& line, const std::vector<Chunk>& chunks, double x,
                                 double baseline, const Style& style, const LineTags& tags);

}  // namespace rapporteur
