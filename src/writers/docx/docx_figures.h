#pragma once

#include "writers/docx/docx_blocks.h"

namespace rapporteur {

/// Adds the pictures of the next figure, one under another where it is taller than a page; the first carries the
/// alternative text.
void add_figure(DocxWriting& writing, DocxBody& body);

}  // namespace rapporteur
