#include "template/object_value.h"
#include "template/page_values.h"

namespace rapporteur {
namespace {

std::string language_name(const PaperRow& paper, const Labels& labels) {
    if (paper.languages.empty()) return {};
    const std::string code = language_code(paper.languages.front(), labels);
    return code.empty() ? paper.languages.front() : labels.text("languages." + code + ".name");
}

/// What names the paper above its title: nothing where the title does.
std::string symbol_of(const AnnexRow& row) { return row.paper.symbol.empty() ? row.paper.file : row.paper.symbol; }

std::string title_of(const AnnexRow& row, const Wording& wording) {
    return row.paper.title.empty() ? wording.document(row.name) : row.paper.title;
}

Value annex(const AnnexRow& row, const Wording& wording) {
    const Labels& labels = wording.labels();
    const std::string number = std::to_string(row.number), title = title_of(row, wording);
    const bool in_part = row.paper.at_hand == PaperRow::AtHand::in_part;
    return ObjectValue("annex")
        .set("number", number)
        .set("name", labels.text("annex.name", {{"number", number}}))
        .set("anchor", "annex-" + number)
        .set("document", row.document_id)
        .set("places", row.prefix)
        .set("symbol", symbol_of(row))
        .set("title", title)
        .set("contents_title", row.paper.symbol.empty() ? title : row.paper.symbol + " " + title)
        .set("body", row.paper.author.empty() ? row.paper.issuer : row.paper.author)
        .set("date", row.paper.date ? wording.date(*row.paper.date) : std::string())
        .set("language", language_name(row.paper, labels))
        .set("pages", row.pages > 0 ? labels.text("annex.pages_as_they_are", {{"pages", std::to_string(row.pages)}})
                                    : labels.text("annex.typeset"))
        .set("state", labels.text(in_part ? "annex.in_part" : "annex.complete"))
        .set("alt", labels.text("annex.alt", {{"name", wording.document(row.name)}}))
        .set("stamp", labels.text("annex.stamp", {{"name", wording.document(row.name)}}))
        .take();
}

}  // namespace

Value annexes_value(const Briefing& briefing, const StatementValues& values) {
    if (briefing.annexes.empty()) return false;
    return ObjectValue("annexes")
        .set("rows", list_of(briefing.annexes, [&](const AnnexRow& row) { return annex(row, values.wording()); }))
        .take();
}

}  // namespace rapporteur
