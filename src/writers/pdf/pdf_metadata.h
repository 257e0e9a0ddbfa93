#pragma once

#include <string>

#include "layout/page.h"
#include "writers/pdf/pdf_object.h"

namespace rapporteur {

/// Writes the document information, the same as XMP, and how readers should greet the document.
void write_metadata(PdfFile& file, const Pages& pages);

/// The language tag where it is well formed enough for /Lang (letters, digits and hyphens), else nothing.
std::string safe_language(const std::string& tag);

}  // namespace rapporteur
