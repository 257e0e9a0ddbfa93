#pragma once

#include "readers/docx/docx_block.h"
#include "support/docx_package.h"

namespace rapporteur {

/// The lines that stand at the head of the first page only – letterhead, symbol, distribution – which belong to the
/// document's face. Heads and feet of all other pages are left out, each text once.
DocxBlocks read_docx_face(DocxPackage& package, const DocxPart& main, DocxContext& context);

/// Settles the levels of headings by their styles, and which of them are the title's: a style that is used on the face
/// only is none of the sections'.
void settle_docx_headings(DocxBlocks& blocks, const DocxStyles& styles);

}  // namespace rapporteur
