#include <algorithm>
#include <set>

#include "support/page_label.h"
#include "support/text.h"
#include "template/change_values.h"
#include "template/object_value.h"
#include "template/page_values.h"

namespace rapporteur {
namespace {

/// As much of a statement as tells it from others, in code points.
constexpr std::size_t longest_beginning = 90;

/// The first words of a text, or all of it.
std::string beginning_of(const std::string& text) {
    if (count_code_points(text) <= longest_beginning) return text;
    std::size_t end = 0;
    for (std::size_t points = 0; points < longest_beginning; ++points) end += decode_at(text, end).bytes;
    const std::size_t blank = text.rfind(' ', end);
    return text.substr(0, blank == text.npos || blank == 0 ? end : blank);
}

std::string edition_words(const Briefing& briefing, const Wording& wording) {
    const CoverPage& cover = briefing.cover;
    const Labels& labels = wording.labels();
    if (!cover.date) return labels.text("supplement.edition_undated", {{"edition", cover.edition}});
    return labels.text("supplement.edition", {{"edition", cover.edition}, {"date", wording.date(*cover.date)}});
}

std::string goes_into_words(const PackInHand& in_hand, const Wording& wording) {
    const Labels& labels = wording.labels();
    std::string words =
        in_hand.date
            ? labels.text("supplement.goes_into", {{"edition", in_hand.edition}, {"date", wording.date(*in_hand.date)}})
            : labels.text("supplement.goes_into_undated", {{"edition", in_hand.edition}});
    if (!in_hand.supplements.empty())
        words += " " + labels.text("supplement.in_it", {{"supplements", wording.list(in_hand.supplements)}});
    return words;
}

Value replacement_value(const ReplacementRow& row, const StatementValues& values) {
    const Wording& wording = values.wording();
    const Labels& labels = wording.labels();
    const bool gone = row.kind == ChangeKind::withdrawn;
    const std::string text = beginning_of(row.change.text);
    ObjectValue value("replacement");
    value.set("action", gone ? labels.text("supplement.strike_out") : words_of_kind(row.kind, labels));
    value.set("label", words_of_subject(row.change, labels));
    if (row.change.about == "recommendation") value.set("number", row.change.name);
    value.set("who", row.change.who)
        .set("language", values.foreign(row.change.language))
        .set("text", text)
        .set("clipped", text.size() < row.change.text.size());
    if (row.kind != ChangeKind::answered) value.set("difference", words_of_difference(row.kind, row.change, wording));
    if (!row.pages.empty())
        value.set("pages", labels.text("supplement.stands_on", {{"pages", wording.list(row.pages)}}));
    if (!row.sheet.empty()) value.set("sheet", row.sheet).set("target", "#" + row.change.spot);
    return value.take();
}

std::string heading_of(const ReplacementPage& page, const Supplement& supplement, const Labels& labels) {
    if (page.page.empty()) return labels.text("supplement.page_unknown");
    if (page.sheets < 0) return labels.text("supplement.at_page", {{"page", page.page}});
    const InsertedSheets& sheets = supplement.sheets[static_cast<std::size_t>(page.sheets)];
    if (sheets.first == sheets.last)
        return labels.text("supplement.at_page_sheet", {{"page", page.page}, {"first", sheets.first}});
    return labels.text("supplement.at_page_sheets",
                       {{"page", page.page}, {"first", sheets.first}, {"last", sheets.last}});
}

Value page_value(const ReplacementPage& page, const Supplement& supplement, const StatementValues& values) {
    return ObjectValue("replacement_page")
        .set("heading", heading_of(page, supplement, values.wording().labels()))
        .set("count", page.rows.empty() ? std::string() : std::to_string(page.rows.size()))
        .set("rows", list_of(page.rows, [&](const ReplacementRow& row) { return replacement_value(row, values); }))
        .take();
}

Value part_value(const SupplementPart& part, const StatementValues& values,
                 const RecommendationsByAnchor& recommendations) {
    ObjectValue value("supplement_part");
    value.set("number", part.number).set("title", part.title);
    if (!part.section.empty()) value.set("section", values.wording().labels().text(part.section + ".title"));
    value.set("groups", list_of(part.groups, [&](const ChangeGroup& group) {
                  return change_group_value(group, values, "", recommendations);
              }));
    return value.take();
}

Value sheets_value(const InsertedSheets& sheets, const StatementValues& values,
                   const RecommendationsByAnchor& recommendations) {
    const auto after = parse_page_label(sheets.after);
    return ObjectValue("inserted_sheets")
        .set("anchor", sheets.anchor)
        .set("prefix", after ? std::to_string(after->page) : sheets.after)
        .set("first", std::to_string(sheets.first_letter))
        .set("heading", values.wording().labels().text("supplement.behind", {{"page", sheets.after}}))
        .set("parts", list_of(sheets.parts,
                              [&](const SupplementPart& part) { return part_value(part, values, recommendations); }))
        .take();
}

RecommendationsByAnchor recommendations_of(const RecommendationPages& pages) {
    RecommendationsByAnchor out;
    for (const auto* groups : {&pages.put_to, &pages.in_papers})
        for (const RecommendationGroup& group : *groups)
            for (const RecommendationRow& row : group.rows) out.emplace("R" + std::to_string(row.number), &row);
    return out;
}

/// The rows of the documents table that citations on the sheets lead to.
Value documents_of(const Briefing& briefing, const Supplement& supplement, const StatementValues& values) {
    std::set<std::string> cited;
    for (const InsertedSheets& sheets : supplement.sheets)
        for (const SupplementPart& part : sheets.parts)
            for (const ChangeGroup& group : part.groups)
                for (const ChangeRow& row : group.rows) cited.insert(row.reference.document_id);
    Value::List rows;
    for (const PaperGroup& group : briefing.documents)
        for (const PaperRow& row : group.rows)
            if (!row.document.empty() && cited.erase(row.document) > 0) rows.push_back(values.paper(row));
    return rows;
}

}  // namespace

Value supplement_value(const Briefing& briefing, const StatementValues& values) {
    if (!briefing.supplement) return false;
    const Supplement& supplement = *briefing.supplement;
    const Wording& wording = values.wording();
    const RecommendationsByAnchor recommendations = recommendations_of(briefing.recommendations);
    ObjectValue value("supplement");
    value.set("edition", edition_words(briefing, wording));
    value.set("page_words", wording.labels().text("supplement.page"));
    value.set("goes_into", goes_into_words(supplement.in_hand, wording));
    value.set("list", list_of(supplement.list,
                              [&](const ReplacementPage& page) { return page_value(page, supplement, values); }));
    value.set("sheets", list_of(supplement.sheets, [&](const InsertedSheets& sheets) {
                  return sheets_value(sheets, values, recommendations);
              }));
    value.set("documents", documents_of(briefing, supplement, values));
    return value.take();
}

}  // namespace rapporteur
