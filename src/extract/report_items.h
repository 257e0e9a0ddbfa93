#pragma once

#include <vector>

#include "extract/item_draft.h"
#include "extract/outline.h"

namespace rapporteur {

/// The items that the headings of a report or of minutes take up: of sections that tell what happened, below a heading
/// or title that says that the document reports on a meeting.
void add_report_items(const AgendaTools& tools, const Outline& outline, std::vector<ItemDraft>& drafts);

/// The items that headings name by number ("Agenda item 3: …", "(Agenda item 3)"), and the one on the document's face.
void add_named_items(const AgendaTools& tools, std::vector<ItemDraft>& drafts);

}  // namespace rapporteur
