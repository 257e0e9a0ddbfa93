#include "store/meeting_identity.h"

#include <algorithm>

#include "store/comparable.h"

namespace rapporteur {
namespace {

/// More names of one meeting say nothing new.
constexpr std::size_t most_names = 12;

/// First and last day that a date or a range of dates can mean, as yyyymmdd.
struct Days {
    int first = 0, last = 0;
    bool overlap(const Days& other) const { return first <= other.last && other.first <= last; }
};

int day_code(const PartialDate& date, int month, int day) { return (date.year * 100 + month) * 100 + day; }

Days days_of(const MeetingIdentity& meeting) {
    const PartialDate& start = *meeting.start;
    const PartialDate& end = meeting.end ? *meeting.end : start;
    return {day_code(start, start.month ? start.month : 1, start.day ? start.day : 1),
            day_code(end, end.month ? end.month : 12, end.day ? end.day : 31)};
}

void add_name(MeetingIdentity& identity, const std::string& text, const Meeting& meeting,
              const Abbreviations& abbreviations) {
    if (text.empty() || identity.names.size() >= most_names) return;
    const std::string document = meeting.sources.empty() ? "" : meeting.sources.front().document;
    MeetingName name = parse_meeting_name(abbreviations.expand(text, document));
    if (!name.empty()) identity.names.push_back(std::move(name));
}

void settle_number(MeetingIdentity& identity, const Meeting& meeting) {
    const bool sitting =
        std::any_of(identity.names.begin(), identity.names.end(), [](const MeetingName& name) { return name.sitting; });
    identity.number = ordinal_of(meeting.ordinal);
    // The session of the body that convenes a conference does not count the conference.
    if (identity.number == 0 && sitting) identity.number = ordinal_of(meeting.session);
    for (const MeetingName& name : identity.names) {
        if (identity.number == 0) identity.number = name.ordinal;
    }
}

void settle_dates(MeetingIdentity& identity, const Meeting& meeting) {
    identity.start = meeting.start;
    identity.end = meeting.end;
    for (const MeetingName& name : identity.names) {
        if (!identity.start && name.year > 0) identity.start = PartialDate{name.year, 0, 0};
    }
}

/// Numbers and years are facts of the meeting: names that differ only there are one name.
void settle_names(MeetingIdentity& identity) {
    for (MeetingName& name : identity.names) name.ordinal = name.year = 0;
    std::sort(identity.names.begin(), identity.names.end());
    identity.names.erase(std::unique(identity.names.begin(), identity.names.end()), identity.names.end());
}

NameMatch best_match(const MeetingIdentity& a, const MeetingIdentity& b) {
    NameMatch best = NameMatch::none;
    for (const MeetingName& name : a.names) {
        for (const MeetingName& other : b.names) best = std::max(best, match(name, other));
    }
    return best;
}

bool places_differ(const MeetingIdentity& a, const MeetingIdentity& b) {
    if (a.place.empty() || b.place.empty()) return false;
    return !holds_all(a.place, b.place) && !holds_all(b.place, a.place);
}

std::string why_of(const MeetingIdentity& a, const MeetingIdentity& b, bool number) {
    std::string out = number ? "number " + std::to_string(a.number) : "";
    const std::optional<PartialDate> date = a.start && b.start ? std::min(*a.start, *b.start) : a.start;
    if (date && b.start) out += (out.empty() ? "" : ", ") + to_iso(*date);
    return out;
}

}  // namespace

MeetingIdentity identify(const Meeting& meeting, const Abbreviations& abbreviations) {
    MeetingIdentity identity;
    add_name(identity, meeting.name, meeting, abbreviations);
    add_name(identity, meeting.series, meeting, abbreviations);
    if (!meeting.body.empty() && !meeting.session.empty())
        add_name(identity, meeting.body + ", " + meeting.session + " session", meeting, abbreviations);
    add_name(identity, meeting.short_name, meeting, abbreviations);
    for (const std::string& alias : meeting.aliases) add_name(identity, alias, meeting, abbreviations);
    settle_number(identity, meeting);
    settle_dates(identity, meeting);
    settle_names(identity);
    identity.place = content_words(meeting.place);
    return identity;
}

bool contradict(const MeetingIdentity& a, const MeetingIdentity& b) {
    const bool both_numbered = a.number > 0 && b.number > 0;
    if (both_numbered && a.number != b.number) return true;
    if (!a.start || !b.start || days_of(a).overlap(days_of(b))) return false;
    // Two documents may give one numbered meeting other days of one year, but never another year.
    return !both_numbered || a.start->year != b.start->year;
}

Verdict compare(const MeetingIdentity& a, const MeetingIdentity& b) {
    const NameMatch names = best_match(a, b);
    if (names == NameMatch::none || contradict(a, b)) return {};
    const bool same_number = a.number > 0 && a.number == b.number, both_dated = a.start && b.start;
    if (!same_number && places_differ(a, b)) return {};
    if (names == NameMatch::partial && !(same_number && both_dated)) return {};
    const bool same_month = both_dated && a.start->month > 0 && b.start->month > 0;
    if (same_number || same_month) return {Sameness::certain, why_of(a, b, same_number)};
    if (both_dated) return {Sameness::likely, why_of(a, b, false)};
    return {Sameness::unknown, ""};
}

}  // namespace rapporteur
