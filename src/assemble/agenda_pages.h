#pragma once

#include "assemble/gap_page.h"
#include "assemble/settled_item.h"

namespace rapporteur {

/// The agenda by day and session, side events apart.
AgendaPages make_agenda(const Library& library, const std::vector<SettledItem>& items, const GapNumbers& gaps);

/// One item as the agenda prints it.
AgendaLine agenda_entry(const SettledItem& item, const GapNumbers& gaps);

/// The anchor of an item's sheet.
std::string sheet_anchor(const SettledItem& item);

}  // namespace rapporteur
