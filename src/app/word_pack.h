#pragma once

#include "app/pack_kit.h"
#include "assemble/briefing.h"
#include "layout/hyphenation.h"

namespace rapporteur {

/// The DOCX of a briefing made from the template's Word file.
Result<std::string> make_word_pack(const Briefing& briefing, const PackTemplate& with, const FontSet& fonts,
                                   const Hyphenation& hyphenation);

}  // namespace rapporteur
