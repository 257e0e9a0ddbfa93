#include "template/agenda_values.h"

#include <algorithm>

#include "template/object_value.h"
#include "template/page_values.h"
#include "template/session_values.h"

namespace rapporteur {
namespace {

bool has_band(const AgendaSession& session) { return !session.name.empty() || !session.start.empty(); }

/// Items without a session or a time must not stand below the band of the session before them.
std::string band_of(const AgendaSession& session, bool below_band, const Wording& wording) {
    const bool timed = !session.items.empty() && !session.items.front().start.empty();
    if (below_band && !timed && !has_band(session)) return wording.labels().text("agenda.no_session");
    return session_words(session.name, session.start, session.end, wording);
}

Value session_value(const AgendaSession& session, bool below_band, const StatementValues& values) {
    const bool speakers = std::any_of(session.items.begin(), session.items.end(), [](const AgendaLine& item) {
        return !item.people.empty() || !item.leaders.empty() || !item.talks.empty();
    });
    return ObjectValue("session")
        .set("band", band_of(session, below_band, values.wording()))
        .set("speakers", speakers)
        .set("items", list_of(session.items, [&](const AgendaLine& item) { return item_value(item, values); }))
        .take();
}

Value day_value(const AgendaDay& day, const StatementValues& values, const std::string& letter, bool only_day) {
    std::string heading;
    if (day.date) heading = values.wording().full_date(*day.date);
    if (!day.date && !only_day) heading = values.wording().labels().text("agenda.undated");
    Value::List sessions;
    bool below_band = false;
    for (const AgendaSession& session : day.sessions) {
        sessions.push_back(session_value(session, below_band, values));
        below_band = below_band || has_band(session);
    }
    return ObjectValue("day")
        .set("letter", heading.empty() ? std::string() : letter)
        .set("heading", heading)
        .set("sessions", std::move(sessions))
        .take();
}

std::vector<std::string> side_event_notes(const SideEvent& event, const Wording& wording) {
    std::vector<std::string> notes, numbers;
    for (const int gap : event.gaps) numbers.push_back(std::to_string(gap));
    if (!numbers.empty()) notes.push_back(wording.labels().text("agenda.numbering", {{"gaps", wording.list(numbers)}}));
    if (event.start.empty()) notes.push_back(wording.labels().text("agenda.no_time"));
    return notes;
}

Value side_event_value(const SideEvent& event, const StatementValues& values) {
    const Wording& wording = values.wording();
    return ObjectValue("side_event")
        .set("number", std::to_string(event.number))
        .set("date", event.date ? wording.full_date(*event.date) : std::string())
        .set("time", wording.times(event.start, event.end))
        .set("title", event.title)
        .set("items", list_of(event.items, [&](const AgendaLine& item) { return item_value(item, values); }))
        .set("notes", text_list(side_event_notes(event, wording)))
        .take();
}

}  // namespace

std::string session_words(const std::string& name, const std::string& start, const std::string& end,
                          const Wording& wording) {
    std::vector<std::string> parts;
    for (const std::string& part : {name, wording.times(start, end)})
        if (!part.empty()) parts.push_back(part);
    return parts.empty()       ? std::string()
           : parts.size() == 1 ? parts[0]
                               : parts[0] + wording.labels().text("list.separator") + parts[1];
}

Value item_value(const AgendaLine& item, const StatementValues& values) {
    const Labels& labels = values.wording().labels();
    ObjectValue value("item");
    value.set("sub", item.depth > 0).set("number", item.number).set("title", item.title);
    value.set("time", values.wording().times(item.start, item.end));
    if (!item.purpose.empty())
        value.set("purpose",
                  labels.has("purpose." + item.purpose) ? labels.text("purpose." + item.purpose) : item.purpose);
    value.set("target", item.sheet.empty() ? item.sheet : "#" + item.sheet).set("spot", item.spot);
    value.set(item.talks.empty() ? "beside" : "speakers", values.people(item.people));
    value.set("talks", values.talks(item.talks));
    value.set("leaders", values.people(item.leaders));
    if (item.gap > 0)
        value.set("no_programme", labels.text("agenda.no_programme", {{"gap", std::to_string(item.gap)}}));
    return value.take();
}

Value agenda_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral) {
    const AgendaPages& agenda = briefing.agenda;
    if (agenda.days.empty() && agenda.side_events.empty()) return false;
    PartNumbers letters(PartNumbers::Kind::letters, agenda.days.size() + std::size_t(!agenda.side_events.empty()));
    Value::List days;
    for (const AgendaDay& day : agenda.days)
        days.push_back(day_value(day, values, letters.next(), agenda.days.size() == 1));
    ObjectValue value("agenda");
    value.set("strip", session_strip(agenda.days, values.wording()));
    value.set("numeral", numeral).set("days", std::move(days)).set("source_cites", values.cites(agenda.sources));
    if (!agenda.side_events.empty()) {
        const auto event = [&](const SideEvent& each) { return side_event_value(each, values); };
        value.set("side_events", ObjectValue("side_events")
                                     .set("letter", letters.next())
                                     .set("events", list_of(agenda.side_events, event))
                                     .take());
    }
    return value.take();
}

}  // namespace rapporteur
