#pragma once

#include "store/merge.h"

namespace rapporteur {

/// Sets the clusters of papers, and of documents at hand that are such papers: by symbol (a Rev. or Corr. is another
/// paper), else by title and author.
void merge_papers(std::vector<Paper>& papers, std::vector<DocumentRecord>& documents,
                  std::vector<MergeReason>& reasons);

/// A symbol without what differs from one printing to the next: capitals, and whether a space, stop, dash or stroke
/// parts it.
std::string comparable_symbol(std::string_view symbol);

}  // namespace rapporteur
