#pragma once

#include <optional>
#include <vector>

#include "writers/pdf/pdf_object.h"

struct hb_face_t;

namespace rapporteur {

/// A simple font in WinAnsiEncoding (ISO 32000-1, annex D) that a reader can set what is typed into fields in. None
/// where no face of TrueType outlines has the letters; an upright sans is preferred.
std::optional<PdfDict> write_form_font(PdfFile& file, const std::vector<hb_face_t*>& faces);

}  // namespace rapporteur
