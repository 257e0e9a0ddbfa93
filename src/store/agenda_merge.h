#pragma once

#include "store/merge.h"

namespace rapporteur {

/// Sets the clusters of agenda items, whose meetings must have theirs: a short agenda meets the detailed programme, a
/// report's heading the item that it reports on. Items of side events meet only items of the same side event.
void merge_agenda_items(std::vector<AgendaItem>& items, const std::vector<Meeting>& meetings,
                        std::vector<MergeReason>& reasons);

}  // namespace rapporteur
