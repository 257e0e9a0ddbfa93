#pragma once

#include <string>
#include <string_view>

#include "readers/draft.h"
#include "readers/reader.h"
#include "support/result.h"

namespace rapporteur {

/// Reads a PDF file. Fails with `document_encrypted` or `document_damaged`; pages that cannot be read, or that hold no
/// text, are warnings; a page that was read by recognition of its picture is noted.
Result<Reading> read_pdf(std::string_view bytes, const ReadOptions& options, const std::string& file);

}  // namespace rapporteur
