#pragma once

#include <vector>

#include "writers/docx/docx_blocks.h"

namespace rapporteur {

/// Adds labelled rows as one table without rules: label, number, text.
void add_rows(DocxWriting& writing, const std::vector<const LabelledRow*>& rows, DocxBody& body,
              const DocxMeasure& measure);

}  // namespace rapporteur
