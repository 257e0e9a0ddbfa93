#include "template/note_values.h"

#include "support/text.h"
#include "template/object_value.h"
#include "template/page_values.h"

namespace rapporteur {
namespace {

Value runs_value(const NoteParagraph& paragraph) {
    Value::List list;
    for (const NoteRun& run : paragraph.runs) {
        bool after_break = false;
        for (const std::string_view line : split(run.text, '\n')) {
            list.push_back(ObjectValue("written_run")
                               .set("text", line)
                               .set("bold", run.bold)
                               .set("italic", run.italic)
                               .set("after_break", after_break)
                               .take());
            after_break = true;
        }
    }
    return list;
}

Value loose_note_value(const LooseNotes& notes, const Wording& wording, const std::string& letter) {
    const Labels& labels = wording.labels();
    const ItemNotes& item = notes.item;
    const Labels::Arguments words = {{"number", item.number}, {"title", item.title}};
    const std::string heading = item.number.empty()  ? item.title
                                : item.title.empty() ? labels.text("sheets.notes_item", words)
                                                     : labels.text("sheets.contents_title", words);
    return ObjectValue("loose_note")
        .set("letter", letter)
        .set("key", item.key)
        .set("number", item.number)
        .set("title", item.title)
        .set("heading", heading.empty() ? labels.text("sheets.kicker") : heading)
        .set("why", labels.text(notes.why == LooseReason::gone ? "loose_notes.gone" : "loose_notes.unsure"))
        .set("position_written", written_value(item.position))
        .set("notes_written", written_value(item.notes))
        .take();
}

}  // namespace

Value written_value(const NoteText& text) {
    Value::List list;
    for (const NoteParagraph& paragraph : text)
        list.push_back(ObjectValue("written_paragraph").set("runs", runs_value(paragraph)).take());
    return list;
}

Value loose_notes_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral) {
    if (briefing.loose_notes.empty()) return false;
    PartNumbers letters(PartNumbers::Kind::letters, briefing.loose_notes.size());
    Value::List rows;
    for (const LooseNotes& notes : briefing.loose_notes)
        rows.push_back(loose_note_value(notes, values.wording(), letters.next()));
    return ObjectValue("loose_notes").set("numeral", numeral).set("rows", std::move(rows)).take();
}

}  // namespace rapporteur
