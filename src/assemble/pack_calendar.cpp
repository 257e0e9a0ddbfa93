#include "assemble/pack_calendar.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "assemble/sitting.h"
#include "support/text.h"

namespace rapporteur {
namespace {

bool has_day(const std::optional<PartialDate>& date) { return date && date->day > 0 && is_valid(*date); }

std::string names_of(const std::vector<NamedPerson>& people) {
    std::vector<std::string> names;
    for (const NamedPerson& person : people) {
        std::string& name = names.emplace_back(person.name);
        if (!person.affiliation.empty()) name += " (" + person.affiliation + ")";
        if (!person.note.empty()) name += " [" + person.note + "]";
    }
    return join(names, "; ");
}

/// An item with its hours, and a line for each talk.
std::string item_lines(const AgendaLine& item) {
    std::string out = item.start.empty() ? "" : item.start + (item.end.empty() ? "" : "–" + item.end) + " ";
    if (!item.number.empty()) out += item.number + " ";
    out += item.title + "\n";
    const auto add = [&](const std::string& words) {
        if (!words.empty()) out += "– " + words + "\n";
    };
    add(names_of(item.leaders));
    add(names_of(item.people));
    for (const AgendaTalk& talk : item.talks)
        add(talk.title + (talk.speakers.empty() ? "" : " – " + names_of(talk.speakers)));
    return out;
}

using Items = std::vector<const AgendaLine*>;

Items items_of(const std::vector<AgendaLine>& lines) {
    Items out;
    for (const AgendaLine& line : lines) out.push_back(&line);
    return out;
}

std::string lines_of(const Items& items) {
    std::string out;
    for (const AgendaLine* item : items) out += item_lines(*item);
    return out;
}

bool says_the_same(const std::string& a, const std::string& b) {
    return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

class Entries {
public:
    Entries(const Briefing& briefing, const Cite& cite) : briefing_(briefing), cite_(cite) {
        std::vector<std::string> cited;
        for (const Reference& source : briefing.agenda.sources) cited.push_back(cite(source));
        agenda_source_ = join(cited, "; ");
    }

    std::vector<CalendarEntry> make() {
        if (!briefing_.by_theme) add_meeting();
        for (const AgendaDay& day : briefing_.agenda.days)
            if (has_day(day.date))
                for (const AgendaSession& session : day.sessions) add_session(*day.date, session);
        for (const SideEvent& event : briefing_.agenda.side_events) add_side_event(event);
        for (const MeetingRow& meeting : briefing_.meetings) add_meeting_of_theme(meeting);
        for (const auto* groups : {&briefing_.recommendations.put_to, &briefing_.recommendations.in_papers})
            for (const RecommendationGroup& group : *groups)
                for (const RecommendationRow& row : group.rows) add_deadline(row);
        for (const TimelineRow& row : briefing_.outcomes.timeline) add_expected(row);
        std::stable_sort(entries_.begin(), entries_.end(), [](const CalendarEntry& a, const CalendarEntry& b) {
            return std::tuple(a.first, a.start.value_or(-1)) < std::tuple(b.first, b.start.value_or(-1));
        });
        return std::move(entries_);
    }

private:
    const std::string& title() const { return briefing_.cover.title; }

    void add(CalendarEntry entry, std::vector<std::string> named) {
        named.insert(named.begin(), entry.category);
        if (const int before = times_named_[make_id(named)]++; before > 0) named.push_back(std::to_string(before));
        entry.id = make_id(named);
        summaries_[entry.first].push_back(entry.summary);
        entries_.push_back(std::move(entry));
    }

    void add_span(const std::string& name, const DateSpan& dates, const std::string& place, const std::string& words) {
        if (!has_day(dates.first)) return;
        CalendarEntry entry;
        entry.category = "MEETING";
        entry.first = *dates.first;
        if (has_day(dates.last)) entry.last = dates.last;
        entry.summary = name;
        entry.description = words;
        entry.place = place;
        add(std::move(entry), {name});
    }

    void add_meeting() {
        const auto& source = briefing_.summary.dates_source;
        add_span(title(), briefing_.cover.dates, briefing_.cover.place, source ? cite_(*source) : std::string());
    }

    void add_meeting_of_theme(const MeetingRow& meeting) {
        add_span(meeting.name, meeting.dates, meeting.place,
                 join(meeting.items, "\n") + (meeting.items.empty() ? "" : "\n") + cite_(meeting.reference));
    }

    /// "Third Harbour Forum: Morning session", or what stands alone in it.
    std::string session_title(const std::string& name, const Items& items) const {
        const std::string& meeting = briefing_.cover.short_title;
        if (!name.empty()) return meeting + ": " + name;
        return items.size() == 1 ? meeting + ": " + items.front()->title : meeting;
    }

    void add_hours(const PartialDate& day, const std::string& name, const Items& items, std::optional<int> start,
                   std::optional<int> end) {
        CalendarEntry entry;
        entry.category = "SESSION";
        entry.first = day;
        entry.start = start;
        entry.end = end;
        entry.summary = session_title(name, items);
        entry.description = lines_of(items) + agenda_source_;
        entry.place = briefing_.cover.place;
        add(std::move(entry), {title(), to_iso(day), name.empty() && !items.empty() ? items.front()->title : name});
    }

    void add_session(const PartialDate& day, const AgendaSession& session) {
        const std::vector<Sitting> sittings = sittings_of(session);
        for (const Sitting& sitting : sittings) add_hours(day, session.name, sitting.items, sitting.start, sitting.end);
        if (!sittings.empty()) return;
        std::optional<int> start = minutes_of(session.start);
        for (const AgendaLine& item : session.items)
            if (!start) start = minutes_of(item.start);
        add_hours(day, session.name, items_of(session.items), start, std::nullopt);
    }

    void add_side_event(const SideEvent& event) {
        if (!has_day(event.date)) return;
        CalendarEntry entry;
        entry.category = "SIDE EVENT";
        entry.first = *event.date;
        entry.start = minutes_of(event.start);
        entry.end = minutes_of(event.end);
        entry.summary = event.title;
        entry.description = lines_of(items_of(event.items)) + agenda_source_;
        add(std::move(entry), {title(), event.title});
    }

    void add_deadline(const RecommendationRow& row) {
        if (!has_day(row.deadline)) return;
        const Quotation& said = row.quotation;
        add_due(*row.deadline, "DEADLINE", said.text,
                "R" + std::to_string(row.number) + (said.lead_in.empty() ? "" : "\n" + said.lead_in) + "\n" +
                    said.text + "\n" + cite_(said.reference));
    }

    /// What is dated and still to come; of one day and one sentence only the deadline.
    void add_expected(const TimelineRow& row) {
        if (row.own_meeting || row.standing != Standing::expected || !has_day(row.dates.first)) return;
        for (const std::string& other : summaries_[*row.dates.first])
            if (says_the_same(other, row.text)) return;
        CalendarEntry& entry = add_due(*row.dates.first, "EVENT", row.text, cite_(row.reference));
        if (has_day(row.dates.last)) entry.last = row.dates.last;
        entry.place = row.place;
    }

    CalendarEntry& add_due(const PartialDate& day, const std::string& category, const std::string& summary,
                           const std::string& description) {
        CalendarEntry entry;
        entry.category = category;
        entry.first = day;
        entry.summary = summary;
        entry.description = description;
        add(std::move(entry), {summary});
        return entries_.back();
    }

    const Briefing& briefing_;
    const Cite& cite_;
    std::string agenda_source_;
    std::map<std::string, int> times_named_;
    std::map<PartialDate, std::vector<std::string>> summaries_;
    std::vector<CalendarEntry> entries_;
};

}  // namespace

std::vector<CalendarEntry> calendar_entries(const Briefing& briefing, const Cite& cite) {
    return Entries(briefing, cite).make();
}

}  // namespace rapporteur
