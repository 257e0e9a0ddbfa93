#pragma once

#include <concepts>
#include <type_traits>

#include "model/record.h"

// One table of the fields of every record, in the order of the records contract. A visitor is called with each field's
// name and a reference to its value; writing and reading JSON are two such visitors.
namespace rapporteur {

template <class R, class Wanted>
concept record_of = std::same_as<std::remove_const_t<R>, Wanted>;

template <class V, record_of<Person> R>
void visit_fields(V&& v, R& r) {
    v("name", r.name), v("role", r.role), v("affiliation", r.affiliation), v("note", r.note), v("title", r.title);
}

template <class V, record_of<Talk> R>
void visit_fields(V&& v, R& r) {
    v("title", r.title), v("speakers", r.speakers);
}

template <class V, record_of<ThemeScore> R>
void visit_fields(V&& v, R& r) {
    v("id", r.id), v("score", r.score);
}

template <class V, record_of<Response> R>
void visit_fields(V&& v, R& r) {
    v("text", r.text), v("by", r.by), v("sources", r.sources);
}

template <class V, record_of<DocumentRecord> R>
void visit_fields(V&& v, R& r) {
    v("file", r.file), v("also", r.also), v("sha256", r.sha256), v("media_type", r.media_type), v("bytes", r.bytes);
    v("pages", r.pages), v("language", r.language), v("title", r.title), v("symbol", r.symbol), v("date", r.date);
    v("body", r.body), v("session", r.session), v("distribution", r.distribution);
    v("original_language", r.original_language), v("status", r.status), v("warnings", r.warnings);
}

template <class V, record_of<Meeting> R>
void visit_fields(V&& v, R& r) {
    v("name", r.name), v("short", r.short_name), v("aliases", r.aliases), v("series", r.series),
        v("ordinal", r.ordinal);
    v("start", r.start), v("end", r.end), v("place", r.place), v("organiser", r.organiser), v("body", r.body);
    v("session", r.session), v("principal", r.principal);
}

template <class V, record_of<AgendaItem> R>
void visit_fields(V&& v, R& r) {
    v("meeting", r.meeting), v("number", r.number), v("title", r.title), v("aliases", r.aliases), v("parent", r.parent);
    v("day", r.day), v("part", r.part), v("start", r.start), v("end", r.end), v("people", r.people),
        v("talks", r.talks);
    v("papers", r.papers), v("purpose", r.purpose), v("side_event", r.side_event);
}

template <class V, record_of<Participant> R>
void visit_fields(V&& v, R& r) {
    v("name", r.name), v("affiliation", r.affiliation), v("role", r.role), v("meeting", r.meeting);
}

template <class V, record_of<Recommendation> R>
void visit_fields(V&& v, R& r) {
    v("text", r.text), v("lead_in", r.lead_in), v("verb", r.verb), v("strength", r.strength),
        v("addressees", r.addressees);
    v("proposer", r.proposer), v("meeting", r.meeting), v("agenda_item", r.agenda_item), v("deadline", r.deadline);
    v("status", r.status), v("response", r.response), v("themes", r.themes), v("cut", r.cut);
}

template <class V, record_of<Outcome> R>
void visit_fields(V&& v, R& r) {
    v("text", r.text), v("lead_in", r.lead_in), v("type", r.type), v("body", r.body), v("meeting", r.meeting);
    v("agenda_item", r.agenda_item), v("date", r.date), v("themes", r.themes), v("cut", r.cut);
}

template <class V, record_of<Intervention> R>
void visit_fields(V&& v, R& r) {
    v("speaker", r.speaker), v("affiliation", r.affiliation), v("text", r.text), v("meeting", r.meeting);
    v("agenda_item", r.agenda_item), v("themes", r.themes), v("cut", r.cut);
}

template <class V, record_of<Paper> R>
void visit_fields(V&& v, R& r) {
    v("symbol", r.symbol), v("title", r.title), v("author", r.author), v("languages", r.languages), v("url", r.url);
    v("meeting", r.meeting), v("supersedes", r.supersedes), v("group", r.group), v("listed", r.listed);
}

template <class V, record_of<Event> R>
void visit_fields(V&& v, R& r) {
    v("date", r.date), v("end", r.end), v("text", r.text), v("place", r.place);
}

template <class V, record_of<Term> R>
void visit_fields(V&& v, R& r) {
    v("short", r.short_form), v("long", r.long_form);
}

template <class V, record_of<Gap> R>
void visit_fields(V&& v, R& r) {
    v("code", r.code), v("text", r.text), v("subject", r.subject), v("meeting", r.meeting);
}

}  // namespace rapporteur
