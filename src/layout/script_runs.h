#pragma once

#include "layout/pack.h"

namespace rapporteur {

/// Marks words that stand in another script than the pack's language (names in Arabic, Chinese, Greek …) with the
/// language that is most often written in it, where the pack says none: for those who have the pack read out.
void mark_scripts(Pack& pack);

/// The parts of a run, each in one script, in a text of that language; `run` itself where it has only one.
std::vector<TextRun> runs_by_script(const TextRun& run, std::string_view language);

}  // namespace rapporteur
