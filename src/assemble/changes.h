#pragma once

#include <map>
#include <string>
#include <vector>

#include "assemble/changes_page.h"
#include "assemble/snapshot.h"

namespace rapporteur {

/// A statement in two editions, or in one of them.
struct LinePair {
    const SnapshotLine* before = nullptr;
    const SnapshotLine* now = nullptr;
};

/// Those of now in their order, each with what it was; then those that are gone. Both have to outlive the pairs.
std::vector<LinePair> pair_lines(const Snapshot& before, const Snapshot& now);

/// What became of one.
std::map<ChangeKind, ChangeRow> changes_of(const LinePair& pair);

/// What changed from one edition to the next. A statement is the same where its words are, whatever document they stand
/// in; it is reworded where its words are much the same, or stand under the same number of the same paper.
ChangesPage find_changes(const LastEdition& before, const Snapshot& now);

/// The words of both texts in order: those of `after`, with what was removed where it stood.
std::vector<WordStretch> compare_words(const std::string& before, const std::string& after);

/// Which agenda items' sheets, by anchor, are "new" or "changed": those whose item or a statement under it did.
std::map<std::string, std::string> changed_places(const ChangesPage& page, const Snapshot& now);

}  // namespace rapporteur
