#pragma once

#include <string>
#include <vector>

#include "readers/pdf/pdf_page.h"

namespace rapporteur {

/// A word on a page: points, y up.
struct PdfWord {
    std::string text;  // UTF-8 in NFC
    double x0 = 0, x1 = 0;
    double baseline = 0;
    double size = 0;
    bool bold = false;
    bool italic = false;
    bool artifact = false;
    bool raised = false;    // a superscript
    bool lowered = false;   // a subscript
    bool glued = false;     // drawn right at the end of the word before it, without white space
    bool doubtful = false;  // recognised in a picture, and not surely
    std::string link;
    double turned_bottom = 0, turned_top = 0;  // of one that is set at another angle: how far its letters reach

    double bottom() const { return baseline - 0.22 * size; }
    double top() const { return baseline + 0.78 * size; }
};

/// The words of a page, in the order in which they are drawn. Words end at spaces, gaps and changes of baseline or
/// size; glyphs drawn twice (false bold, shadows) count once; words in scripts that run right to left are put in
/// reading order.
std::vector<PdfWord> words_of(const PdfPage& page);

/// True for text whose letters mostly run from right to left.
bool runs_right_to_left(const std::string& text);

}  // namespace rapporteur
