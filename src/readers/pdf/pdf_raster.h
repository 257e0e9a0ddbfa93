#pragma once

#include <optional>

#include "readers/ocr/raster.h"

class PDFDoc;

namespace rapporteur {

/// The page with that number (from 1) as it is shown, at the points an inch that are wanted or as many as 12 million
/// points allow; nothing where that was given up. To be included by the PDF source only.
std::optional<Raster> raster_of(PDFDoc& document, int number, double wanted, const GiveUp& give_up);

}  // namespace rapporteur
