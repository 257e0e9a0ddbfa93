#pragma once

#include <string>

#include "assemble/printed_pages.h"
#include "assemble/supplement_page.h"

namespace rapporteur {

/// Whether sheets can go into the pack in hand: its pages are known, and numbered.
bool can_be_supplemented(const PackInHand& in_hand);

/// Sheets for a pack that can be supplemented, with every change from the last edition to what is said now. What is new
/// goes in after the last page of its item's sheet, else after that of its section.
Supplement make_supplement(const LastEdition& last, const Snapshot& now);

/// Writes the numbers of the sheets into the list, once they are laid out.
void number_sheets(Supplement& supplement, const PrintedPages& sheets);

/// What readers hold with the sheets of an edition; the same as before where there are none.
PackInHand with_sheets(const Supplement& supplement, const std::string& edition);

}  // namespace rapporteur
