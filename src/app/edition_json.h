#pragma once

#include <vector>

#include "assemble/snapshot.h"
#include "store/edition_book.h"

namespace rapporteur {

/// What a pack said as an edition keeps it, and back. Lines that cannot be understood are left out.
std::vector<EditionLine> to_edition_lines(const Snapshot& snapshot);
Snapshot snapshot_of(const std::vector<EditionLine>& lines);

}  // namespace rapporteur
