#pragma once

#include "readers/docx/docx_block.h"
#include "support/docx_package.h"

namespace rapporteur {

/// Fills the notes that blocks of the body refer to with their text and marks, and moves endnotes to the end. `main` is
/// the part that leads to the parts of the notes.
void fill_docx_notes(DocxBlocks& blocks, DocxPackage& package, const DocxPart& main, DocxContext& context);

/// Makes notes of paragraphs that begin with a raised letter or sign and takes such marks out of all text, as well as
/// those of real notes that stand as superior digits.
void find_typed_notes(DocxBlocks& blocks);

}  // namespace rapporteur
