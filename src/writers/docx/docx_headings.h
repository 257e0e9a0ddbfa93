#pragma once

#include <string>

#include "writers/docx/docx_blocks.h"

namespace rapporteur {

/// Adds a heading with its number as printed: counted by a multilevel list where it counts, else as text. First-level
/// headings and item titles begin a section, as they have a running head of their own; a heading that is not printed
/// leaves an entry for the contents only.
void add_heading(DocxWriting& writing, const Heading& heading, DocxBody& body, const DocxMeasure& measure);

/// Ends the section so far, if there is anything in it, and begins another.
void start_section(DocxWriting& writing, const DocxPageStretch& section, DocxBody& body);

}  // namespace rapporteur
