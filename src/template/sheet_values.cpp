#include "template/agenda_values.h"
#include "template/note_values.h"
#include "template/object_value.h"
#include "template/page_values.h"

namespace rapporteur {
namespace {

/// Day, session and times over the title.
std::string kicker_text(const ItemSheet& sheet, const Wording& wording) {
    std::string words = sheet.day ? wording.full_date(*sheet.day) : std::string();
    const std::string session = session_words(sheet.session, sheet.start, sheet.end, wording);
    if (!words.empty() && !session.empty()) words += wording.labels().text("list.separator");
    return words + session;
}

Value speakers_value(const ItemSheet& sheet, const StatementValues& values, const std::string& letter) {
    const Labels& labels = values.wording().labels();
    return ObjectValue("speakers")
        .set("letter", letter)
        .set("rows", list_of(sheet.speakers, [&](const SpeakerRow& row) { return values.speaker(row); }))
        .set("not_quoted",
             sheet.not_quoted.empty()
                 ? std::string()
                 : labels.text("sheets.not_quoted", {{"people", values.wording().list(sheet.not_quoted)}}))
        .take();
}

void set_heading(ObjectValue& value, const ItemSheet& sheet, const Labels& labels, const std::string& numeral) {
    const Labels::Arguments words = {{"letter", sheet.letter}, {"number", sheet.number}, {"title", sheet.title}};
    value.set("letter", sheet.letter).set("anchor", sheet.anchor).set("title", sheet.title);
    value.set("number", sheet.number);
    if (!sheet.change.empty()) value.set("change", labels.text("changes.mark_" + sheet.change));
    value.set("kicker", numeral + "." + sheet.letter + "  " + labels.text("sheets.kicker"));
    value.set("running", labels.text(sheet.number.empty() ? "sheets.running_plain" : "sheets.running", words));
    value.set("notes_item",
              sheet.number.empty() ? labels.text("sheets.kicker") : labels.text("sheets.notes_item", words));
    value.set("contents_title", sheet.number.empty() ? sheet.title : labels.text("sheets.contents_title", words));
}

void set_parts(ObjectValue& value, const ItemSheet& sheet, const StatementValues& values) {
    const std::size_t parts = std::size_t(!sheet.speakers.empty()) + std::size_t(!sheet.recommendations.empty()) +
                              std::size_t(!sheet.outcomes.empty()) + std::size_t(!sheet.papers.empty());
    PartNumbers numbers(PartNumbers::Kind::figures, parts);
    if (!sheet.speakers.empty()) value.set("who", speakers_value(sheet, values, numbers.next()));
    if (!sheet.recommendations.empty())
        value.set("recommendations", values.recommendation_rows(sheet.recommendations, numbers.next()));
    if (!sheet.outcomes.empty()) value.set("outcomes", values.outcome_rows(sheet.outcomes, numbers.next()));
    if (!sheet.papers.empty()) value.set("papers", values.paper_rows(sheet.papers, numbers.next()));
    value.set("nothing", parts == 0);
}

Value sheet_value(const ItemSheet& sheet, const StatementValues& values, const std::string& numeral,
                  const std::string& prepared_for) {
    const Labels& labels = values.wording().labels();
    ObjectValue value("sheet");
    set_heading(value, sheet, labels, numeral);
    value.set("kicker_text", kicker_text(sheet, values.wording()));
    value.set("people", values.people(sheet.people)).set("talks", values.talks(sheet.talks));
    value.set("leaders", values.people(sheet.leaders)).set("also_printed_as", text_list(sheet.also_printed_as));
    value.set("parts", text_list(sheet.parts));
    value.set("instructions", values.quotations(sheet.instructions));
    value.set("key", sheet.key);
    value.set("position_written", written_value(sheet.position)).set("notes_written", written_value(sheet.notes));
    value.set("cites", values.cites(std::optional(sheet.reference)));
    if (!sheet.purpose.empty())
        value.set("purpose",
                  labels.has("purpose." + sheet.purpose) ? labels.text("purpose." + sheet.purpose) : sheet.purpose);
    if (!prepared_for.empty())
        value.set("position_note", labels.text("sheets.position_note", {{"prepared_for", prepared_for}}));
    if (sheet.gap > 0)
        value.set("no_programme", labels.text("agenda.no_programme", {{"gap", std::to_string(sheet.gap)}}));
    set_parts(value, sheet, values);
    return value.take();
}

}  // namespace

Value sheets_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral) {
    if (briefing.sheets.empty()) return false;
    const auto sheet = [&](const ItemSheet& each) {
        return sheet_value(each, values, numeral, briefing.cover.prepared_for);
    };
    return ObjectValue("sheets").set("numeral", numeral).set("sheets", list_of(briefing.sheets, sheet)).take();
}

}  // namespace rapporteur
