#pragma once

#include "model/document.h"
#include "model/record.h"

namespace rapporteur {

class GapMaker;

/// True where the block stands on a page that was read from its picture: its damaged stretches are words that were not
/// read surely.
bool is_from_scan(const Document& document, const Block& block);

/// True where more than half of the range is damaged stretches of its block: it says nothing that could be used.
bool is_mostly_damaged(const Block& block, const Range& range);

/// Takes from records whose words were not read surely in a scan the confidence to be given as certain: a statement, a
/// date or an item on the agenda with one such word is doubtful, what several places say only where all of them are.
void lower_doubtful(const Document& document, Records& records);

/// Tells of a block from a scan the sentences that are mostly doubtful, and the doubtful words of the others.
void add_doubtful_gaps(GapMaker& gaps, std::size_t block);

}  // namespace rapporteur
