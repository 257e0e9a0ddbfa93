#include "assemble/agenda_pages.h"

#include <algorithm>

namespace rapporteur {
namespace {

bool is_same_session(const AgendaSession& session, const SettledItem& item) { return session.name == item.part; }

/// Times that all items of a session share are the session's; they stand there and not at each item.
void lift_times(AgendaSession& session) {
    const AgendaLine& first = session.items.front();
    if (first.start.empty() || (session.name.empty() && session.items.size() == 1)) return;
    const bool shared = std::all_of(session.items.begin(), session.items.end(), [&](const AgendaLine& item) {
        return (item.start == first.start && item.end == first.end) || (item.depth > 0 && item.start.empty());
    });
    if (!shared) return;
    session.start = first.start;
    session.end = first.end;
    for (AgendaLine& item : session.items) item.start.clear(), item.end.clear();
}

void add_to_days(std::vector<AgendaDay>& days, const SettledItem& item, AgendaLine line) {
    if (days.empty() || days.back().date != item.day) days.push_back({item.day, {}});
    std::vector<AgendaSession>& sessions = days.back().sessions;
    if (sessions.empty() || !is_same_session(sessions.back(), item)) sessions.push_back({item.part, {}, {}, {}});
    sessions.back().items.push_back(std::move(line));
}

void add_to_side_events(AgendaPages& pages, const SettledItem& item, AgendaLine line, const GapNumbers& gaps) {
    auto& events = pages.side_events;
    auto event = std::find_if(events.begin(), events.end(),
                              [&](const SideEvent& each) { return each.title == item.part && each.date == item.day; });
    if (event == events.end()) {
        event = events.insert(events.end(), SideEvent{static_cast<int>(events.size()) + 1,
                                                      item.part,
                                                      item.day,
                                                      item.start,
                                                      item.end,
                                                      {},
                                                      gaps.of_subject(item.part)});
    }
    event->items.push_back(std::move(line));
}

void add_source(AgendaPages& pages, const Reference& reference) {
    const bool known = std::any_of(pages.sources.begin(), pages.sources.end(),
                                   [&](const Reference& r) { return r.document_id == reference.document_id; });
    if (!known && !reference.document_id.empty()) pages.sources.push_back(reference);
}

}  // namespace

std::string sheet_anchor(const SettledItem& item) { return "item-" + item.key; }

AgendaLine agenda_line(const SettledItem& item, const GapNumbers& gaps, const std::set<std::string>& sheets) {
    AgendaLine line;
    line.number = item.number;
    line.title = item.title;
    line.purpose = item.purpose;
    line.start = item.start;
    line.end = item.end;
    line.depth = item.depth;
    line.people = item.people;
    line.leaders = item.leaders;
    line.talks = item.talks;
    if (sheets.contains(sheet_anchor(item))) line.sheet = sheet_anchor(item);
    if (item.people.empty() && item.talks.empty()) line.gap = gaps.without_programme(item);
    return line;
}

AgendaPages make_agenda(const Library& library, const std::vector<SettledItem>& items, const GapNumbers& gaps,
                        const std::set<std::string>& sheets) {
    AgendaPages pages;
    for (const SettledItem& item : items) {
        AgendaLine line = agenda_line(item, gaps, sheets);
        if (item.side_event) {
            add_to_side_events(pages, item, std::move(line), gaps);
        } else {
            add_to_days(pages.days, item, std::move(line));
        }
        add_source(pages, library.refer(*item.main));
    }
    for (AgendaDay& day : pages.days)
        for (AgendaSession& session : day.sessions) lift_times(session);
    return pages;
}

}  // namespace rapporteur
