#pragma once

#include "store/merge.h"

namespace rapporteur {

/// Sets the clusters of participants, whose meetings must have theirs: one name in one meeting, or one name of one
/// affiliation.
void merge_participants(std::vector<Participant>& participants, const std::vector<Meeting>& meetings,
                        std::vector<MergeReason>& reasons);

}  // namespace rapporteur
