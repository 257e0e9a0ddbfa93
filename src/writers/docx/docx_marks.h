#pragma once

#include <string>

#include "layout/pack.h"
#include "layout/style.h"

namespace rapporteur {

/// A picture that stands in a line of text; sizes in points.
struct MarkPicture {
    double width = 0, height = 0;
    std::string bytes;  // PNG or EMF
};

/// Five bars, the first `strength` filled, as the style draws them, or from right to left; empty bytes where the
/// picture cannot be made.
MarkPicture strength_picture(int strength, const Style& style, bool right_to_left);

/// A square: full, its lower half filled, or empty.
MarkPicture status_picture(DocumentState state, const Style& style);

/// The w:drawing of a picture in the line (ECMA-376-1, 20.4.2.8); `id` is unique in the document, `alt` says it in
/// words.
std::string inline_drawing(const MarkPicture& picture, const std::string& relationship, int id, const std::string& alt);

}  // namespace rapporteur
