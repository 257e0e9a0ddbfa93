#pragma once

#include <string>

#include "layout/page.h"
#include "writers/pdf/pdf_object.h"
#include "writers/pdf/pdf_options.h"

namespace rapporteur {

/// What the metadata say that the file conforms to.
struct PdfStandards {
    bool ua = false;   // PDF/UA-1
    int archival = 0;  // part of PDF/A; 0: none
    char level = 'A';  // of that part
};

/// Writes the document information, the same as XMP, and how readers should greet the document.
void write_metadata(PdfFile& file, const Pages& pages, const PdfStandards& standards);

/// An ISO date of year, month and day as PDF writes midnight of it: "D:20310409000000Z"; empty for anything else.
std::string pdf_date(const std::string& date_iso);

/// The language tag where it is well formed enough for /Lang (letters, digits and hyphens), else nothing.
std::string safe_language(const std::string& tag);

}  // namespace rapporteur
