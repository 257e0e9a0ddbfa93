#pragma once

#include "readers/pdf/pdf_drawing.h"

class Page;
class PDFDoc;

namespace rapporteur {

/// Adds the values of the page's form fields that no appearance shows, each where its field stands.
void add_fields(PDFDoc& document, Page& page, PdfDrawing& drawing);

}  // namespace rapporteur
