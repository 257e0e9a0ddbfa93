#pragma once

#include <vector>

#include "layout/page.h"
#include "writers/pdf/pdf_object.h"
#include "writers/pdf/pdf_structure.h"

struct hb_face_t;

namespace rapporteur {

/// Turns the field items of all pages into text fields of several lines (ISO 32000-1, 12.7.4.3), to be filled in one of
/// `faces`. Each hangs in the structure under the text before it, which says what it is for. No field where no face
/// serves.
void write_form(PdfFile& file, const Pages& pages, const std::vector<PdfDict>& made,
                const std::vector<hb_face_t*>& faces, PdfStructure& structure);

}  // namespace rapporteur
