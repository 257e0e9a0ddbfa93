#include "assemble/recommendation_table.h"

#include <algorithm>

#include "assemble/csv.h"
#include "support/text.h"

namespace rapporteur {
namespace {

const std::vector<std::string> heads{"number",     "lead_in",   "text",     "strength", "word",
                                     "addressees", "proposer",  "deadline", "status",   "themes",
                                     "source",     "paragraph", "page",     "document", "record"};

std::string theme_titles(const Library& library, const std::vector<std::string>& ids) {
    std::vector<std::string> titles;
    for (const std::string& id : ids) {
        const auto& themes = library.themes();
        const auto theme =
            std::find_if(themes.begin(), themes.end(), [&](const ThemeName& each) { return each.id == id; });
        titles.push_back(theme == themes.end() ? id : theme->title);
    }
    return join(titles, "; ");
}

/// The document's symbol, else the name that the pack cites it by.
std::string source_of(const Library& library, const Reference& reference) {
    const DocumentRecord* document = library.document_record(reference.document_id);
    return document && !document->symbol.empty() ? document->symbol : reference.document.text;
}

std::string number_or_nothing(int number) { return number > 0 ? std::to_string(number) : std::string(); }

std::vector<std::string> cells_of(const Library& library, const RecommendationRow& row) {
    const Quotation& said = row.quotation;
    const Reference& place = said.reference;
    return {"R" + std::to_string(row.number), text_cell(said.lead_in), text_cell(said.text),
            number_or_nothing(row.strength), text_cell(row.verb), text_cell(join(row.addressees, "; ")),
            text_cell(row.proposer), row.deadline ? to_iso(*row.deadline) : std::string(),
            std::string(name_of(row.status)), text_cell(theme_titles(library, row.themes)),
            text_cell(source_of(library, place)),
            // As packs cite it: a bare "3.10" or "1-2" would become another number, or a date.
            place.paragraph.empty() ? std::string() : "¶ " + to_valid_utf8(place.paragraph),
            number_or_nothing(place.page), identifier_cell(place.document_id), identifier_cell(row.record)};
}

}  // namespace

std::string recommendation_table(const Library& library, const Briefing& briefing) {
    CsvTable table(heads);
    for (const auto* groups : {&briefing.recommendations.put_to, &briefing.recommendations.in_papers})
        for (const RecommendationGroup& group : *groups)
            for (const RecommendationRow& row : group.rows) table.add(cells_of(library, row));
    return table.take();
}

}  // namespace rapporteur
