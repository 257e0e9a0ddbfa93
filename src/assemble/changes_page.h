#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assemble/reference.h"
#include "model/date.h"

namespace rapporteur {

/// What became of a statement or an agenda item since the last edition.
enum class ChangeKind { added, reworded, answered, moved, rescheduled, other_people, withdrawn };

/// A stretch of words of a text that was reworded.
enum class WordFate { kept, added, removed };
struct WordStretch {
    WordFate fate = WordFate::kept;
    std::string text;
};

/// One change. `about` is a stable name: "recommendation", "outcome", "intervention", "item", "paper".
struct ChangeRow {
    std::string about;
    std::string name;                 // as the pack names it: "R5", an item's number; empty where it has none
    std::string text;                 // the words now; of what was withdrawn, as they were
    std::string who;                  // the speaker of an intervention
    std::string language;             // BCP 47 of the words
    bool cut = false;                 // the source breaks off inside them
    std::vector<WordStretch> words;   // of what was reworded
    std::string before, now;          // place, time or people; the answer is `now`
    std::vector<std::string> people;  // of a new item, whose time is `now`
    std::string anchor;               // in this pack; empty where it has none
    Reference reference;              // where the words stand; of what was withdrawn, where they stood
    std::string spot;                 // on a supplement's sheets: names the place
};

struct ChangeGroup {
    ChangeKind kind = ChangeKind::added;
    std::vector<ChangeRow> rows;
};

/// What changed since the last edition; without groups only the form of the pack did.
struct ChangesPage {
    std::string edition;              // the last one
    std::optional<PartialDate> date;  // of the last one
    std::vector<ChangeGroup> groups;  // in the order of ChangeKind
    std::size_t count = 0;            // of all rows
};

/// A paper that a later one takes the place of: a revision that of the whole, a corrigendum that of the paragraphs it
/// prints.
struct SupersededRow {
    std::string symbol, by;   // symbols as printed
    std::string by_document;  // id
    bool whole = true;
};

}  // namespace rapporteur
