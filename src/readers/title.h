#pragma once

#include "readers/draft.h"

namespace rapporteur {

/// Marks the title block: what stands on the document's face before its text begins. Its headings get level 1.
void find_title(Drafts& drafts, std::string_view language);

}  // namespace rapporteur
