#pragma once

#include <vector>

#include "extract/item_draft.h"

namespace rapporteur {

/// Puts the two wordings of one item together that a short agenda and the detailed programme of the same document
/// print: the first keeps its title and takes what the later one adds; the later wording becomes an alias. Items are
/// the same by number and day where most of the two runs agree, without numbers by title. Parents are moved along.
std::vector<ItemDraft> merge_items(std::vector<ItemDraft> drafts);

}  // namespace rapporteur
