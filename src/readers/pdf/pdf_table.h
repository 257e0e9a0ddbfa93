#pragma once

#include "readers/draft.h"
#include "readers/pdf/pdf_aligned_table.h"
#include "readers/pdf/pdf_grid.h"
#include "readers/pdf/pdf_paragraphs.h"

namespace rapporteur {

/// The draft of a ruled table; paragraphs of one cell stand on lines of their own.
Draft table_of_grid(PdfGrid grid, const PdfPage& page, const PdfStyle& style, const Vocabulary& vocabulary);

/// The draft of a table found by alignment.
Draft table_of_lines(const LineTable& table, const PdfPage& page, const Vocabulary& vocabulary);

}  // namespace rapporteur
