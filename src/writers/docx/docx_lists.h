#pragma once

#include "writers/docx/docx_blocks.h"

namespace rapporteur {

/// Adds a list: real numbering where its labels count, else the labels as text before a hanging indent.
void add_list(DocxWriting& writing, const List& list, DocxBody& body, const DocxMeasure& measure);

}  // namespace rapporteur
