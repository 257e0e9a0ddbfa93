#pragma once

#include "readers/draft.h"

namespace rapporteur {

/// Gives every heading its level: as marked by the format, else by print size and by what the document's headings look
/// like (annexes, capitals, Roman, letters, decimals, bold, plain, italic), in that order. Headings of the title block
/// keep theirs. Numbered siblings get the same level.
void set_levels(Drafts& drafts);

}  // namespace rapporteur
