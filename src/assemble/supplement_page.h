#pragma once

#include <string>
#include <vector>

#include "assemble/changes_page.h"
#include "assemble/snapshot.h"

namespace rapporteur {

/// What is new under one agenda item, or in one section of the pack.
struct SupplementPart {
    std::string number, title;        // of the item
    std::string section;              // one of `pack_sections`, where it is no item
    std::vector<ChangeGroup> groups;  // in the order of ChangeKind
};

/// Sheets that go in after one page of the pack in hand.
struct InsertedSheets {
    std::string anchor;
    std::string after;        // page
    int first_letter = 1;     // 3 where 12A and 12B are in hand already
    std::string first, last;  // page labels; known when the sheets are laid out
    std::vector<SupplementPart> parts;
};

/// One line of the replacement list.
struct ReplacementRow {
    ChangeKind kind = ChangeKind::added;
    ChangeRow change;                // its name is that of the pack in hand
    std::vector<std::string> pages;  // of the pack in hand on which it stands
    std::string sheet;               // page of the supplement; empty where the list says all
};

/// What to do at one page of the pack in hand.
struct ReplacementPage {
    std::string page;  // empty where it is not known
    int sheets = -1;   // index of Supplement::sheets: those that go in behind it
    std::vector<ReplacementRow> rows;
};

/// Loose sheets that bring a printed pack up to date.
struct Supplement {
    PackInHand in_hand;                  // that it goes into
    std::vector<InsertedSheets> sheets;  // in the order of the pages
    std::vector<ReplacementPage> list;   // likewise
    std::size_t count = 0;               // of all changes
    Snapshot lines;                      // what readers hold with it
};

}  // namespace rapporteur
