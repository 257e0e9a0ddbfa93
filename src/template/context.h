#pragma once

#include "assemble/briefing.h"
#include "template/value.h"
#include "template/wording.h"

namespace rapporteur {

/// All values that a template of the briefing may name, as the field table lists them, labels apart.
Value make_context(const Briefing& briefing, const Wording& wording);

}  // namespace rapporteur
