#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assemble/snapshot.h"
#include "model/date.h"

namespace rapporteur {

/// Where the pages of a pack print what: page labels ("12", "12A").
struct PrintedPages {
    std::map<std::string, std::vector<std::string>> of_spot;  // of each named place
    std::map<std::string, std::string> ends;                  // the last under a heading, by its anchor
    std::string last;                                         // of the pack
};

/// Notes on the lines where a pack prints them.
void put_pages(Snapshot& lines, const PrintedPages& printed);

/// What readers hold who were given this pack whole.
PackInHand pack_in_hand(const PrintedPages& printed, const std::string& edition,
                        const std::optional<PartialDate>& date);

}  // namespace rapporteur
