#pragma once

#include <vector>

#include "readers/ocr/recognition.h"
#include "readers/pdf/pdf_furniture.h"
#include "readers/pdf/pdf_source.h"

namespace rapporteur {

/// Reads by recognition of their picture the pages that hold no text, whose text is mostly rubbish, or that are a scan
/// with a stamp on it (all pages where that is asked for), in the language of the document as its other pages tell it.
/// Such a page's text takes the place of what it had, and `PdfPage::recognised` says so; else `PdfPage::unread` says
/// why it could not be read.
void recognise_pages(const PdfSource& source, const RecognitionOptions& options, std::vector<PdfPageText>& pages);

}  // namespace rapporteur
