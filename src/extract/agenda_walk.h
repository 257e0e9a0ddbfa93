#pragma once

#include <vector>

#include "extract/agenda_region.h"
#include "extract/item_draft.h"

namespace rapporteur {

/// Walks through one agenda or programme and adds its items to `drafts`, in order, with the days, parts, times, people,
/// talks and papers that stand with them.
void walk_agenda(const AgendaTools& tools, const AgendaRegion& region, std::vector<ItemDraft>& drafts);

}  // namespace rapporteur
