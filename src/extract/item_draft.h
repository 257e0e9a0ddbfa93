#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/agenda_words.h"
#include "extract/person.h"
#include "model/document.h"
#include "model/record.h"
#include "support/text.h"

namespace rapporteur {

/// An item on its way into a record.
struct ItemDraft {
    AgendaItem item;
    std::size_t block = 0;
    Range range;                                         // of the title, in the document's text
    std::optional<std::size_t> parent;                   // place in the list of drafts
    std::size_t series = 0;                              // of one run of numbers, or of one part of the document
    std::vector<std::string> symbols;                    // of the papers named with it
    std::vector<std::pair<std::size_t, Range>> repeats;  // block and range of its other wordings
    const Rule* rule = nullptr;
    std::string continued;   // title of the item above that is taken up again
    bool reference = false;  // the title only names the item's number: "Agenda item 4.1"
};

/// What the readers of agendas need to know.
struct AgendaTools {
    const Document& document;
    const AgendaWords& words;
    const PersonReader& people;
    const RuleGroup* papers = nullptr;
    DateContext dates;
    std::optional<PartialDate> first_day, last_day;  // of the document's meeting, where it gives them to the day

    std::string_view slice(const Range& range) const { return trim(document.slice(range)); }
    /// The range of `inside`, a view into the document's text.
    Range range_of(std::string_view inside) const {
        const auto begin = static_cast<std::size_t>(inside.data() - document.text.data());
        return {begin, begin + inside.size()};
    }
};

}  // namespace rapporteur
