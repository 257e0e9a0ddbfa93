#pragma once

#include "readers/docx/docx_block.h"

namespace rapporteur {

/// Reads the w:sectPr at hand.
DocxSection read_docx_section(XmlStream& xml);

/// Reads how notes are numbered, from the children of the w:footnotePr or w:endnotePr at hand.
DocxNoteFormat read_docx_note_format(XmlStream& xml);

}  // namespace rapporteur
