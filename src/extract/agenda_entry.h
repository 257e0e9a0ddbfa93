#pragma once

#include <string>
#include <vector>

#include "extract/agenda_words.h"
#include "model/document.h"

namespace rapporteur {

/// One entry of a document as an agenda is read: a heading, paragraph, list item or table row, its label and times
/// apart.
struct AgendaEntry {
    std::size_t block = 0;
    bool heading = false;
    bool title = false;  // of the title block
    bool row = false;
    bool bullet = false;                // a list item with a label that counts nothing
    bool goes_on = false;               // a further line of the list item above
    int level = 0;                      // of a heading, or depth of a list item
    bool named = false;                 // its label says that it is an item: "Item 3"
    std::string number;                 // as printed, without its stop; empty where none
    std::vector<Range> lines;           // its printed lines, in the document's text
    std::vector<Range> people, papers;  // cells of a table that name them
    std::string purpose;                // as printed in a column of its own
    std::string start, end;             // "10:00"
};

/// The lines of a block as they were printed: those of the page, else those that line feeds part.
std::vector<std::string_view> printed_lines(const Document& document, const Block& block);

/// The document's blocks and table rows from `first` to before `last` as entries; labels and times are told by `words`.
std::vector<AgendaEntry> agenda_entries(const Document& document, std::size_t first, std::size_t last,
                                        const AgendaWords& words);

}  // namespace rapporteur
