#pragma once

#include <vector>

#include "readers/pdf/pdf_columns.h"
#include "readers/pdf/pdf_page.h"

namespace rapporteur {

/// Lines of a region between rules that run across them all, as around tables without upright rules.
struct LineFrame {
    std::size_t begin = 0, end = 0;  // lines of the region
    std::size_t head_end = 0;        // lines [begin, head_end) stand above the rule below the head; begin where none do
    std::vector<PdfRule> columns;    // pieces of a rule, one a column, where it is drawn so; else empty
    std::vector<PdfRule> spans;      // shorter rules in the head, below what stands over several columns
};

/// Finds the frames of a region, from top to bottom. `parted[i]` says that line i has a wide gap: text without any is
/// no table.
std::vector<LineFrame> frames_of(const PdfRegion& region, const PdfPage& page, const std::vector<bool>& parted);

}  // namespace rapporteur
