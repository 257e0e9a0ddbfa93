#pragma once

#include <string>
#include <vector>

#include "layout/page.h"
#include "writers/pdf/pdf_font.h"
#include "writers/pdf/pdf_options.h"

namespace rapporteur {

/// Why a file of these pages, drawn in these fonts, is not accessible or not archival; empty where it is.
struct BrokenPromises {
    std::vector<std::string> accessible, archival;
};

/// Holds what is drawn against what PDF/UA-1 and PDF/A-3a ask of it. What the writer always does (tags, embedded fonts,
/// metadata) is not looked at.
BrokenPromises broken_promises(const Pages& pages, const std::vector<PdfFont>& fonts, const PdfOptions& options);

}  // namespace rapporteur
