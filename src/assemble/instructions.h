#pragma once

#include <map>
#include <string>
#include <vector>

#include "assemble/briefing.h"
#include "assemble/selection.h"
#include "support/diagnostic.h"

namespace rapporteur {

/// The delegation's own notes by the agenda item whose sheet they belong on.
struct Instructions {
    std::map<std::string, std::vector<Quotation>, std::less<>> by_item;  // key of the settled item
    Diagnostics unplaced;  // notes that no agenda item of the packs takes, each with its line
};

/// Places the notes of a document under the items of the packs. A heading, or a paragraph that begins so, names its
/// item by number ("Item 3", "3.1 Title") or by title; what follows belongs to it. A title has to be the item's, or
/// nearly; a number alone counts where one meeting only has an item of that number, or under a heading that names the
/// meeting.
Instructions place_instructions(const Library& library, const std::vector<Selection>& packs, const Document& notes);

}  // namespace rapporteur
