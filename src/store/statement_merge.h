#pragma once

#include "store/merge.h"

namespace rapporteur {

/// Sets the clusters of recommendations, outcomes and interventions: verbatim and nearly verbatim repeats of one
/// statement. Statements that differ in a number or a negation, or that are put by different proposers, are never the
/// same.
void merge_statements(Records& records, std::vector<MergeReason>& reasons);

}  // namespace rapporteur
