#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assemble/snapshot.h"
#include "store/edition_book.h"

namespace rapporteur {

/// What a pack said and what its readers hold, as an edition keeps it, and back. Lines that cannot be understood are
/// left out; of editions that did not keep it nothing is known of what readers hold.
std::vector<EditionLine> to_edition_lines(const Snapshot& snapshot, const PackInHand& in_hand);
Snapshot snapshot_of(const std::vector<EditionLine>& lines);
PackInHand in_hand_of(const std::vector<EditionLine>& lines);

/// The lines from process to process.
std::string to_message(const std::vector<EditionLine>& lines);
std::optional<std::vector<EditionLine>> edition_lines_of(std::string_view message);

}  // namespace rapporteur
