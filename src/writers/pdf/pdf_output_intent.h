#pragma once

#include "writers/pdf/pdf_object.h"

namespace rapporteur {

/// Says in the catalogue that colours are meant as sRGB (ISO 19005-3, 6.2.3), with the profile itself.
void write_output_intent(PdfFile& file);

}  // namespace rapporteur
