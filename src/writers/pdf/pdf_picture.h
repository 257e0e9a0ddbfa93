#pragma once

#include "layout/picture.h"
#include "writers/pdf/pdf_object.h"

namespace rapporteur {

/// The name of a picture of Pages::pictures among the resources of pages.
std::string picture_name(int picture);

/// An image XObject of the file; nothing where the picture cannot be decoded. A JPEG stays as it is coded, opacity
/// becomes a soft mask; `flat` puts it on white instead (PDF/A-1 knows no transparency). Colours are those of the
/// output intent, sRGB.
PdfDict write_picture(PdfFile& file, const Picture& picture, bool flat);

}  // namespace rapporteur
