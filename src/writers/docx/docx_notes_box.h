#pragma once

#include "writers/docx/docx_blocks.h"

namespace rapporteur {

/// Adds a box to write in: a ruled table whose two cells hold content controls with dotted lines.
void add_notes_box(DocxWriting& writing, const NotesBox& notes, DocxBody& body, const DocxMeasure& measure);

}  // namespace rapporteur
