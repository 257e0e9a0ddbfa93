#pragma once

#include <string>
#include <vector>

#include "model/record.h"

namespace rapporteur {

/// Why two records are the same: kept so that a reader can be told.
struct MergeReason {
    std::string kind;           // of the records: "meeting", "paper" …
    std::string first, second;  // their ids
    std::string why;            // "number 12, 2014", "symbol MC/2353"
};

/// The records of all documents, each with its cluster, and what the clusters rest on.
struct Merged {
    Records records;
    std::vector<MergeReason> reasons;
};

/// Puts the records of many documents together, sorted by their documents' paths, and sets `cluster` of each: what is
/// the same shares one, the smallest id among them. The result depends neither on the order nor on the grouping of
/// `parts`. A document that stands in several parts is taken once; nothing else is dropped and no wording wins: that is
/// for assembling.
Merged merge_with_reasons(std::vector<Records> parts);

Records merge(std::vector<Records> parts);

/// One line a reason, apart by tabs: kind, ids, why.
std::string words_of(const std::vector<MergeReason>& reasons);

}  // namespace rapporteur
