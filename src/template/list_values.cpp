#include <map>

#include "support/text.h"
#include "template/object_value.h"
#include "template/page_values.h"

namespace rapporteur {
namespace {

std::string part_words(const ParticipantRow::Part& part, const Labels& labels) {
    const std::string key = "role." + part.role;
    std::string words = labels.has(key) ? labels.text(key) : part.role;
    if (!part.item.empty()) words += labels.text("list.separator") + part.item;
    return words;
}

Value participant(const ParticipantRow& row, const Labels& labels) {
    std::vector<std::string> parts;
    for (const ParticipantRow::Part& part : row.parts) parts.push_back(part_words(part, labels));
    return ObjectValue("participant")
        .set("name", row.name)
        .set("affiliation", row.affiliation)
        .set("note", row.note)
        .set("role", join(parts, labels.text("list.semicolon")))
        .take();
}

Value paper_group(const PaperGroup& group, const StatementValues& values) {
    const std::string heading =
        group.heading.empty() ? values.wording().labels().text("documents." + group.name) : group.heading;
    return ObjectValue("paper_group")
        .set("heading", heading)
        .set("count", std::to_string(group.rows.size()))
        .set("rows", list_of(group.rows, [&](const PaperRow& row) { return values.paper(row); }))
        .take();
}

/// "A Arabic, C Chinese": the letters that the table uses.
std::string language_key(const std::vector<PaperGroup>& groups, const Labels& labels) {
    std::map<std::string, std::string> used;
    for (const PaperGroup& group : groups)
        for (const PaperRow& row : group.rows)
            for (const std::string& language : row.languages) {
                const std::string code = language_code(language, labels);
                const std::string key = "languages." + code;
                if (!code.empty()) used[labels.text(key + ".letter")] = labels.text(key + ".name");
            }
    std::vector<std::string> parts;
    for (const auto& [letter, name] : used) parts.push_back(letter + " " + name);
    if (parts.empty()) return {};
    return labels.text("documents.languages", {{"languages", join(parts, labels.text("list.separator"))}});
}

}  // namespace

Value participants_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral) {
    if (briefing.participants.empty()) return false;
    const Labels& labels = values.wording().labels();
    return ObjectValue("participants")
        .set("numeral", numeral)
        .set("rows",
             list_of(briefing.participants, [&](const ParticipantRow& row) { return participant(row, labels); }))
        .set("no_list", !briefing.attendance_list)
        .take();
}

Value documents_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral) {
    if (briefing.documents.empty()) return false;
    return ObjectValue("documents")
        .set("numeral", numeral)
        .set("groups", list_of(briefing.documents, [&](const PaperGroup& group) { return paper_group(group, values); }))
        .set("languages", language_key(briefing.documents, values.wording().labels()))
        .take();
}

Value abbreviations_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral) {
    if (briefing.abbreviations.empty()) return false;
    const std::string separator = values.wording().labels().text("list.semicolon");
    const auto row = [&](const Abbreviation& each) {
        const std::string expansion = join(each.expansions, separator);
        return ObjectValue("abbreviation").set("term", each.term).set("expansion", expansion).take();
    };
    return ObjectValue("abbreviations")
        .set("numeral", numeral)
        .set("rows", list_of(briefing.abbreviations, row))
        .take();
}

}  // namespace rapporteur
