#pragma once

#include "writers/docx/docx_blocks.h"

namespace rapporteur {

/// Adds a tinted box: a shaded table of one cell in the text column.
void add_tinted_box(DocxWriting& writing, const TintedBox& box, DocxBody& body, const DocxMeasure& measure);

/// Adds cells two and two beside each other: a table without rules.
void add_grid(DocxWriting& writing, const Grid& grid, DocxBody& body, const DocxMeasure& measure);

/// Adds terms with their expansions: on the page a section of two columns, in a cell one under another.
void add_columns(DocxWriting& writing, const Columns& columns, DocxBody& body, const DocxMeasure& measure);

}  // namespace rapporteur
