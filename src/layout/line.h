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

/// Breaks atoms into lines of at most `width` points, each as full as it can be.
std::vector<TextLine> break_lines(const std::vector<Atom>& atoms, double width);

/// Breaks atoms into as few lines as break_lines does, of lengths as even as may be, and not after a short word ("of",
/// "the") or inside one with a hyphen where that can be: for titles. Meant for short text; long text is broken as
/// break_lines does it.
std::vector<TextLine> break_evenly(const std::vector<Atom>& atoms, double width);

/// Numbers of Pages::elements for the chunks of a paragraph, and of Pages::faces for the faces of the font set.
struct LineTags {
    const std::vector<int>& element_of_chunk;
    const std::vector<int>& page_face;
};

/// The items of a line that starts at `x`, in the order in which they stand, its links after its text.
std::vector<PageItem> line_items(const AtomText& text, const TextLine& line, const std::vector<Chunk>& chunks, double x,
                                 double baseline, const Style& style, const LineTags& tags);

}  // namespace rapporteur
