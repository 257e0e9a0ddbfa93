#pragma once

#include "extract/themes.h"
#include "model/record.h"

namespace rapporteur {

/// Gives every recommendation, outcome and intervention its themes, by its text and, for less, its headings and
/// lead-in.
void mark_themes(Records& records, const Themes& themes, std::string_view language);

}  // namespace rapporteur
