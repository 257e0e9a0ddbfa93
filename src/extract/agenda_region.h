#pragma once

#include <vector>

#include "extract/agenda_words.h"
#include "extract/outline.h"

namespace rapporteur {

/// A stretch of a document that is an agenda or programme.
struct AgendaRegion {
    std::size_t first = 0, last = 0;  // blocks [first, last), without the heading that opens it
    int level = 0;                    // of that heading
    bool whole = false;               // the document as a whole is an agenda, by its title
    bool side = false;                // of side events
    bool listed = false;              // a sentence introduces it: nothing but the list that follows
};

/// The agendas of a document in order, apart from each other: below a heading that says so, behind a sentence that
/// announces one, else the whole document where its title says so.
std::vector<AgendaRegion> agenda_regions(const Document& document, const AgendaWords& words);

}  // namespace rapporteur
