#pragma once

#include <string>
#include <vector>

#include "app/source_files.h"
#include "assemble/library.h"
#include "writers/pdf/pdf_options.h"

namespace rapporteur {

/// What a pack of these documents carries inside its PDF: their records as JSON Lines, and those of the documents
/// themselves that `sources` holds.
std::vector<PdfAttachment> pack_attachments(const Library& library, const std::vector<std::string>& documents,
                                            const SourceFiles& sources);

}  // namespace rapporteur
