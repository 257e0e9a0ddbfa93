#pragma once

#include <string>
#include <string_view>

#include "readers/draft.h"
#include "readers/reader.h"
#include "support/result.h"

namespace rapporteur {

/// Reads WordprocessingML (ISO/IEC 29500: .docx, .dotx, .docm), transitional and strict, without running anything in
/// it: paragraphs with the numbers that a word processor prints, headings by style and outline level, tables, notes,
/// text boxes, tracked changes in the reading asked for. Heads and feet of pages, comments, hidden text and tables of
/// contents are left out. Pages are those of the last printing where the file tells all of them. Fails with
/// `document_damaged` where the package holds no document; a part that breaks off gives a warning.
Result<Reading> read_docx(std::string_view bytes, Tracked tracked, const std::string& file);

}  // namespace rapporteur
