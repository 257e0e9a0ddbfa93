#pragma once

#include <string>

#include "writers/pdf/pdf_face.h"
#include "writers/pdf/pdf_object.h"

namespace rapporteur {

/// Six capitals that name a subset (ISO 32000-1, 9.6.4), drawn from its bytes, so that equal subsets are named alike.
std::string subset_tag(const std::string& subset);

/// Writes the descriptor of a font with its program embedded (ISO 32000-1, 9.8); `flags` says whether its glyphs are
/// those of the Latin alphabet or others.
PdfDict write_descriptor(PdfFile& file, const FaceFacts& facts, const std::string& name, int flags,
                         const std::string& subset);

}  // namespace rapporteur
