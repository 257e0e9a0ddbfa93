#pragma once

#include <vector>

#include "extract/item_draft.h"

namespace rapporteur {

/// Takes the page numbers off titles that a column of pages ran into: those that rise down the agenda.
void cut_page_column(std::vector<ItemDraft>& drafts);

}  // namespace rapporteur
