#pragma once

#include <map>
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
    std::string language;             // BCP 47 of the words
    bool cut = false;                 // the source breaks off inside them
    std::string answer;               // response to a recommendation
    std::string time;                 // of an item: "10:00-11:30"
    std::vector<std::string> people;  // of an item
    std::vector<std::string> spots;   // of an edition that is made: every named place where the pack prints it
    // In the printed pack that readers hold:
    std::vector<std::string> pages;  // where it stands: page labels
    std::string last_page;           // of an item's sheet
    std::string name_in_hand;
};

using Snapshot = std::vector<SnapshotLine>;

/// The printed pack that readers hold: an edition, and the sheets of supplements that went into it.
struct PackInHand {
    std::string edition;                      // empty where its pages are not known
    std::optional<PartialDate> date;          // of the edition
    std::vector<std::string> supplements;     // the editions that came as supplements
    std::map<std::string, std::string> ends;  // the last page of each of `pack_sections`
    std::string last;                         // page of all
};

/// The edition before the one that is made.
struct LastEdition {
    std::string edition;
    std::optional<PartialDate> date;
    Snapshot lines;
    PackInHand in_hand;
};

/// Everything of the pack that readers of its next edition are told the changes of, in the order of the pack.
Snapshot take_snapshot(const Briefing& briefing);

}  // namespace rapporteur
