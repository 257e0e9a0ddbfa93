#pragma once

#include <string>
#include <vector>

#include "writers/pdf/pdf_object.h"
#include "writers/pdf/pdf_options.h"

namespace rapporteur {

/// Puts files into the file (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8), each with its relation to the whole document; all
/// were last changed on `date_iso`.
void write_attachments(PdfFile& file, const std::vector<PdfAttachment>& attachments, const std::string& date_iso);

}  // namespace rapporteur
