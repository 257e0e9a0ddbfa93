#pragma once

#include <string_view>
#include <vector>

#include "extract/agenda_entry.h"

namespace rapporteur {

/// The stretch of `inside` (a view into the document's text) as a range of it.
Range range_in(const Document& document, std::string_view inside);

/// The printed lines of a stretch of an agenda; where lines were joined, a line begins at "Moderator:" and the like.
std::vector<Range> lines_in(const Document& document, const Range& range, const AgendaWords& words);

/// Sets the number of "Agenda item 3: Title" apart, where the entry has none yet.
void split_number(const Document& document, const AgendaWords& words, AgendaEntry& entry);

}  // namespace rapporteur
