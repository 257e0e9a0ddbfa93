#pragma once

#include "template/word/word_package.h"

namespace rapporteur {

/// Takes out of a template what a pack must not carry: macros, links to templates and data elsewhere, signatures that
/// do not hold any more. Each is told.
void clean_package(WordPackage& package, Diagnostics& notes);

}  // namespace rapporteur
