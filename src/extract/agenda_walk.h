#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/agenda_entry.h"
#include "extract/agenda_region.h"
#include "extract/person.h"
#include "model/record.h"

namespace rapporteur {

/// An item on its way into a record.
struct ItemDraft {
    AgendaItem item;
    std::size_t block = 0;
    Range range;                                         // of the title, in the document's text
    std::optional<std::size_t> parent;                   // place in the list of drafts
    std::size_t series = 0;                              // drafts of one run of numbers, or of one part of the document
    std::vector<std::string> symbols;                    // of the papers named with it
    std::vector<std::pair<std::size_t, Range>> repeats;  // block and range of its other wordings
    const Rule* rule = nullptr;
};

/// What the walk needs to know.
struct AgendaTools {
    const Document& document;
    const AgendaWords& words;
    const PersonReader& people;
    const RuleGroup* papers = nullptr;
    DateContext dates;
};

/// Walks through one agenda or programme and adds its items to `drafts`, in order, with the days, parts, times, people,
/// talks and papers that stand with them.
void walk_agenda(const AgendaTools& tools, const AgendaRegion& region, std::vector<ItemDraft>& drafts);

}  // namespace rapporteur
