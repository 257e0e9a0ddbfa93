#pragma once

#include <vector>

#include "extract/agenda_entry.h"

namespace rapporteur {

/// What makes an entry of one agenda an item.
enum class AgendaShape {
    numbered,  // its number
    timed,     // its time
    listed,    // that it is a heading, or a list item below one
    plain,     // that it is a line of its own
};

/// The shape of an agenda by the entries that it has most of.
AgendaShape shape_of(const Document& document, const std::vector<AgendaEntry>& entries, const AgendaWords& words);

/// True where the list items of the second depth are titles too, not remarks on what stands above them.
bool has_nested_items(const Document& document, const std::vector<AgendaEntry>& entries, const AgendaWords& words);

}  // namespace rapporteur
