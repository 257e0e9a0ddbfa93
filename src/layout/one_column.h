#pragma once

#include <string>

#include "layout/pack.h"
#include "layout/style.h"

namespace rapporteur {

/// Whether a style has one column only: its text begins where labels do.
bool is_one_column(const Style& style);

/// A pack for one column of text: labels and numbers stand above their text or before it, tables become records of
/// "label: value" lines, what stands side by side stands one below the other. Nothing is left out but notes that head a
/// column of a session band.
Pack in_one_column(Pack pack);

/// Takes the number that one column has before a heading's words out of them; empty where it has none.
std::string take_number(Inlines& content);

}  // namespace rapporteur
