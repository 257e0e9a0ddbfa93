#pragma once

#include <set>
#include <string>

#include "assemble/gap_page.h"
#include "assemble/settled_item.h"

namespace rapporteur {

/// The agenda by day and session, side events apart. `sheets`: anchors of the sheets that the pack has.
AgendaPages make_agenda(const Library& library, const std::vector<SettledItem>& items, const GapNumbers& gaps,
                        const std::set<std::string>& sheets);

/// One item as the agenda prints it.
AgendaLine agenda_line(const SettledItem& item, const GapNumbers& gaps, const std::set<std::string>& sheets);

/// The anchor of an item's sheet.
std::string sheet_anchor(const SettledItem& item);

}  // namespace rapporteur
