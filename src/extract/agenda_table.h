#pragma once

#include <vector>

#include "extract/agenda_entry.h"

namespace rapporteur {

/// The rows of a table as entries of an agenda, in the order of time: columns told by their header; timetables with
/// days or rooms across the head cell by cell.
std::vector<AgendaEntry> table_entries(const Document& document, std::size_t block, const AgendaWords& words);

}  // namespace rapporteur
