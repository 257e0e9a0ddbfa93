#pragma once

#include "model/pack_notes.h"
#include "template/value.h"

namespace rapporteur {

/// The list of paragraphs that somebody wrote into a box, each with its runs.
Value written_value(const NoteText& text);

}  // namespace rapporteur
