#pragma once

#include "writers/docx/docx_blocks.h"

namespace rapporteur {

/// Adds the contents on a page of their own: a TOC field that is filled already, each entry a link with its page
/// number.
void add_contents(DocxWriting& writing, const Contents& contents, DocxBody& body);

}  // namespace rapporteur
