#pragma once

#include <string>
#include <vector>

#include "layout/page.h"
#include "support/result.h"

struct hb_face_t;

namespace rapporteur {

/// The pages as a tagged PDF 1.7 file with embedded, subset fonts; `faces` are those of Pages::faces, in its order. The
/// same pages give the same bytes. Fails with `pdf_failed`.
Result<std::string> write_pdf(const Pages& pages, const std::vector<hb_face_t*>& faces);

}  // namespace rapporteur
