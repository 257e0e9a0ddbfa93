#pragma once

#include "extract/gap_maker.h"

namespace rapporteur {

/// Adds the gaps of agendas: items whose title is worded in two ways, and items without people or talks among items
/// that have them.
void find_agenda_gaps(const Records& records, GapMaker& gaps);

}  // namespace rapporteur
