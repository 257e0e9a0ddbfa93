#pragma once

#include "app/pack_kit.h"
#include "extract/extract.h"

namespace rapporteur::fuzz {

/// The project's own rules, themes, templates, style and fonts, read once.
const Knowledge& own_knowledge();
const PackKit& own_kit();

}  // namespace rapporteur::fuzz
