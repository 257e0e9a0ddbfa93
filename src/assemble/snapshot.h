#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assemble/changes_page.h"
#include "model/date.h"

namespace rapporteur {

struct Briefing;

/// One statement or agenda item of a pack as an edition keeps it, so that a later one can tell what changed. `about`
/// and `name` are as of ChangeRow.
struct SnapshotLine {
    std::string about, name, text;
    Reference reference;
    std::string anchor;               // in the pack
    std::string place;                // the item that it stands under; of an item its day and session
    std::string who;                  // the speaker of an intervention
    std::string answer;               // response to a recommendation
    std::string time;                 // of an item: "10:00-11:30"
    std::vector<std::string> people;  // of an item
};

using Snapshot = std::vector<SnapshotLine>;

/// The edition before the one that is made.
struct LastEdition {
    std::string edition;
    std::optional<PartialDate> date;
    Snapshot lines;
};

/// Everything of the pack that readers of its next edition are told the changes of, in the order of the pack.
Snapshot take_snapshot(const Briefing& briefing);

}  // namespace rapporteur
