#pragma once

#include <map>
#include <string>
#include <vector>

#include "assemble/library.h"
#include "assemble/selection.h"
#include "store/edition_book.h"

namespace rapporteur {

/// A pack that can be made, and the last edition of it.
struct DeskPack {
    Selection selection;                // its files are named as those of the first edition
    std::string pack;                   // as in the book of editions
    std::vector<std::string> identity;  // by which a later run knows it again
    std::optional<PackEdition> last;
    int next_number() const { return last ? last->number + 1 : 1; }
};

/// Finds for each selection which pack of the book it is: the one with an id in common, else the one whose files have
/// its name. `prefix` begins the names of the packs that are made alike.
std::vector<DeskPack> known_packs(const std::vector<Selection>& selections, const Library& library,
                                  const std::vector<PackEdition>& last_editions, const std::string& prefix);

/// What a pack says as one hash, from its XML: where its anchors lead, which differ as papers come and go elsewhere, is
/// left out.
std::string digest_of(const std::string& xml, const std::string& look);

}  // namespace rapporteur
