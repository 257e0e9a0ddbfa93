#pragma once

#include <string>

#include "assemble/briefing.h"
#include "assemble/library.h"

namespace rapporteur {

/// The recommendations of one pack as a table for spreadsheets (CSV), a row each, under the numbers that the pack gives
/// them. Heads and the names of a status are English in every language, so that what reads the table by its heads reads
/// all of them; the order of the columns is part of the format.
std::string recommendation_table(const Library& library, const Briefing& briefing);

}  // namespace rapporteur
