#include "template/session_values.h"

#include <algorithm>

#include "assemble/sitting.h"
#include "support/text.h"
#include "support/two_digits.h"
#include "template/object_value.h"

namespace rapporteur {
namespace {

constexpr std::size_t least_sessions = 2, most_days = 21;

std::string clock_of(int minutes) {
    return two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
}

struct Day {
    PartialDate date;
    std::vector<Sitting> sittings;
};

/// Days with what is drawn on them; `left_out` where a session has no day or no hours.
std::vector<Day> drawn_days(const std::vector<AgendaDay>& agenda, bool& left_out) {
    std::vector<Day> days;
    for (const AgendaDay& day : agenda) {
        Day drawn;
        for (const AgendaSession& session : day.sessions) {
            std::vector<Sitting> sittings = sittings_of(session);
            left_out = left_out || sittings.empty();
            for (Sitting& sitting : sittings) drawn.sittings.push_back(std::move(sitting));
        }
        const bool has_day = day.date && day.date->day > 0;
        left_out = left_out || !has_day;
        if (!has_day || drawn.sittings.empty()) continue;
        drawn.date = *day.date;
        days.push_back(std::move(drawn));
    }
    return days;
}

Value item_of(const AgendaLine* item) {
    return ObjectValue("strip_item")
        .set("number", item->number)
        .set("target", item->sheet.empty() ? item->sheet : "#" + item->sheet)
        .take();
}

std::vector<const AgendaLine*> numbered(const Sitting& sitting) {
    std::vector<const AgendaLine*> out;
    for (const AgendaLine* item : sitting.items)
        if (!item->number.empty() && item->depth == 0) out.push_back(item);
    return out;
}

std::string times_of(const Sitting& sitting, const Wording& wording) {
    return wording.times(clock_of(sitting.start), clock_of(sitting.end));
}

Value sitting_value(const Sitting& sitting, const Wording& wording) {
    return ObjectValue("strip_session")
        .set("start", clock_of(sitting.start))
        .set("end", clock_of(sitting.end))
        .set("times", times_of(sitting, wording))
        .set("name", sitting.name)
        .set("items", list_of(numbered(sitting), item_of))
        .take();
}

Value day_value(const Day& day, const Wording& wording) {
    return ObjectValue("strip_day")
        .set("weekday", wording.weekday_name(day.date))
        .set("date", wording.day_of_month(day.date))
        .set("sessions", list_of(day.sittings, [&](const Sitting& each) { return sitting_value(each, wording); }))
        .take();
}

std::string sitting_words(const Sitting& sitting, const Wording& wording) {
    const Labels& labels = wording.labels();
    const std::string times = times_of(sitting, wording);
    const std::string session =
        sitting.name.empty() ? times : labels.text("figure.session", {{"times", times}, {"name", sitting.name}});
    std::vector<std::string> numbers;
    for (const AgendaLine* item : numbered(sitting)) numbers.push_back(item->number);
    if (numbers.empty()) return session;
    return labels.text("figure.session_items", {{"session", session}, {"numbers", wording.list(numbers)}});
}

std::string day_words(const Day& day, const Wording& wording) {
    std::vector<std::string> words;
    for (const Sitting& sitting : day.sittings) words.push_back(sitting_words(sitting, wording));
    return wording.labels().text("figure.day",
                                 {{"date", wording.full_date(day.date)}, {"sessions", join(words, "; ")}});
}

/// Every full hour from before the first session to after the last.
Value::List hours_of(const std::vector<Day>& days, const Wording& wording) {
    constexpr int hour = 60;
    int first = 24 * hour, last = 0;
    for (const Day& day : days) {
        for (const Sitting& sitting : day.sittings) {
            first = std::min(first, sitting.start);
            last = std::max(last, sitting.end);
        }
    }
    Value::List hours;
    for (int at = first / hour * hour; at < last + hour && at <= 24 * hour; at += hour)
        hours.push_back(
            ObjectValue("strip_hour").set("at", clock_of(at)).set("words", wording.times(clock_of(at), "")).take());
    return hours;
}

}  // namespace

Value session_strip(const std::vector<AgendaDay>& agenda, const Wording& wording) {
    bool left_out = false;
    const std::vector<Day> days = drawn_days(agenda, left_out);
    std::size_t sessions = 0;
    for (const Day& day : days) sessions += day.sittings.size();
    if (sessions < least_sessions || days.size() > most_days) return false;
    const Labels& labels = wording.labels();
    std::vector<std::string> words, notes{labels.text("figure.sessions_note")};
    for (const Day& day : days) words.push_back(day_words(day, wording));
    if (left_out) notes.push_back(labels.text("figure.sessions_left_out"));
    return ObjectValue("session_strip")
        .set("alt", labels.text("figure.sessions_alt", {{"days", join(words, ". ")}}))
        .set("note", join(notes, " "))
        .set("hours", hours_of(days, wording))
        .set("days", list_of(days, [&](const Day& day) { return day_value(day, wording); }))
        .take();
}

}  // namespace rapporteur
