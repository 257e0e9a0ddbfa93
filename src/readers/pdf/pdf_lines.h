#pragma once

#include <string>
#include <vector>

#include "readers/pdf/pdf_words.h"

namespace rapporteur {

/// A stretch of one printed line without a wide gap; or, after regions are read, a whole line of a column.
struct PdfLine {
    std::vector<PdfWord> words;  // left to right (right to left in such scripts)
    double x0 = 0, x1 = 0;
    double baseline = 0;
    double size = 0;      // of most of its letters
    bool bold = false;    // all of it
    bool italic = false;  // all of it
    bool artifact = false;
    int table = -1;            // a table that stands here instead of words
    int aside = -1;            // or text at another angle
    std::vector<PdfLine> box;  // the pieces of a box that stands here instead of words

    bool stands_in() const { return table >= 0 || aside >= 0; }
    double bottom() const { return baseline - 0.22 * size; }
    double top() const { return baseline + 0.78 * size; }
};

/// The words of a line as text, one space between words; superscripts and subscripts touch the word before them.
std::string text_of(const PdfLine& line);

/// True where no white space stands between two neighbouring words of a line.
bool touches(const PdfWord& last, const PdfWord& next);

/// Puts words that share a baseline together and parts them where a gap is wide; raised and lowered words join the line
/// that they belong to. The lines come from top to bottom, then left to right.
std::vector<PdfLine> lines_of(std::vector<PdfWord> words);

/// Recomputes box, size and look of a line from its words.
void settle(PdfLine& line);

/// Joins the pieces of each printed line, which lie on one baseline.
std::vector<PdfLine> joined_pieces(std::vector<PdfLine> pieces);

}  // namespace rapporteur
