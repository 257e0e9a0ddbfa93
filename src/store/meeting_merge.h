#pragma once

#include "store/abbreviations.h"
#include "store/merge.h"

namespace rapporteur {

/// Sets the clusters of meetings: by the names of their series together with number, dates and place. A meeting of
/// which only the year is known joins a numbered or dated one only where there is a single one that it can be.
void merge_meetings(std::vector<Meeting>& meetings, const Abbreviations& abbreviations,
                    std::vector<MergeReason>& reasons);

}  // namespace rapporteur
