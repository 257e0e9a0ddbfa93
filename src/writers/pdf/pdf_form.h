#pragma once

#include <string>
#include <vector>

#include "layout/page.h"
#include "writers/pdf/pdf_font.h"
#include "writers/pdf/pdf_object.h"
#include "writers/pdf/pdf_structure.h"

struct hb_face_t;

namespace rapporteur {

/// What the form needs of the rest of the file.
struct PdfFormParts {
    const std::vector<PdfDict>& pages;
    const std::vector<hb_face_t*>& faces;
    const std::vector<std::string>& appearances;  // of the fields, in their order
    PdfDict fonts;                                // of the pages, which appearances are set in
};

/// The content streams that show what stands in the fields of all pages, empty for empty ones; to be made before fonts
/// are written.
std::vector<std::string> field_appearances(const Pages& pages, std::vector<PdfFont>& fonts);

/// Turns the field items of all pages into text fields of several lines (ISO 32000-1, 12.7.4.3), to be filled in one of
/// the faces. Each hangs in the structure under the text before it, which says what it is for. No field where no face
/// serves.
void write_form(PdfFile& file, const Pages& pages, const PdfFormParts& parts, PdfStructure& structure);

}  // namespace rapporteur
