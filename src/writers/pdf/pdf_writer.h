#pragma once

#include <string>
#include <vector>

#include "layout/font_set.h"
#include "layout/page.h"
#include "support/result.h"
#include "writers/pdf/pdf_options.h"

namespace rapporteur {

/// The pages as a tagged PDF 1.7 file with embedded, subset fonts; the set has the faces that the pages name. The same
/// pages give the same bytes. Fails with `pdf_failed`.
Result<std::string> write_pdf(const Pages& pages, const FontSet& fonts);

/// The same with the faces themselves, in the order of Pages::faces.
Result<std::string> write_pdf(const Pages& pages, const std::vector<hb_face_t*>& faces);

/// The same with all that a file can hold besides its pages. It claims PDF/UA-1 and PDF/A-3a where they hold. Encrypted
/// files differ from run to run.
Result<WrittenPdf> write_pdf(const Pages& pages, const std::vector<hb_face_t*>& faces, const PdfOptions& options);

}  // namespace rapporteur
