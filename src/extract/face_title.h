#pragma once

#include <string>
#include <vector>

#include "extract/casing.h"
#include "extract/face_lines.h"

namespace rapporteur {

/// The title among the lines that no rule explains; empty where none looks like one.
std::string face_title(const std::vector<FaceLine>& lines, const Casing& casing);

}  // namespace rapporteur
