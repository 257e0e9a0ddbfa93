#pragma once

#include <string>

#include "layout/page.h"

namespace rapporteur {

/// A figure as an Enhanced Metafile ([MS-EMF]): lines, curves and text that stay sharp at any size, in a form that
/// every version of Word shows. Faces are named by their files.
std::string emf_picture(const FigurePicture& figure, const std::vector<FaceRef>& faces);

}  // namespace rapporteur
