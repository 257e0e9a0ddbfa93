#include "app/schedule.h"

#include <charconv>
#include <vector>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int most_days_before = 3660;
constexpr std::string_view weekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

std::optional<int> number(std::string_view text, int most) {
    int value = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || value < 0 || value > most) return {};
    return value;
}

/// "18:00", "7:30".
bool read_time(std::string_view text, Trigger& trigger) {
    const std::size_t colon = text.find(':');
    if (colon == text.npos || text.size() - colon != 3) return false;
    const auto hour = number(text.substr(0, colon), 23), minute = number(text.substr(colon + 1), 59);
    if (!hour || !minute) return false;
    trigger.hour = *hour;
    trigger.minute = *minute;
    return true;
}

using Words = std::vector<std::string_view>;

/// Takes a time from the end, with or without "at" before it.
void take_time(Words& words, Trigger& trigger) {
    if (words.empty() || !read_time(words.back(), trigger)) return;
    words.pop_back();
    if (!words.empty() && words.back() == "at") words.pop_back();
}

std::optional<Trigger> every(const Words& words, Trigger trigger) {
    if (words.size() == 3 && words[1] == "working" && words[2] == "day") {
        trigger.kind = Trigger::Kind::every_working_day;
        return trigger;
    }
    if (words.size() != 2) return std::nullopt;
    trigger.kind = words[1] == "day" ? Trigger::Kind::every_day : Trigger::Kind::every_week;
    if (words[1] == "day") return trigger;
    for (int day = 0; day < 7; ++day) {
        trigger.weekday = day;
        if (words[1] == weekdays[day]) return trigger;
    }
    return std::nullopt;
}

std::optional<Trigger> before(const Words& words, Trigger trigger) {
    if (words.size() != 5 || words[2] != "before" || words[3] != "each" || words[4] != "meeting") return std::nullopt;
    const bool weeks = words[1] == "week" || words[1] == "weeks", days = words[1] == "day" || words[1] == "days";
    const auto count = number(words[0], weeks ? most_days_before / 7 : most_days_before);
    if (!count || (!weeks && !days)) return std::nullopt;
    trigger.kind = Trigger::Kind::before_meeting;
    trigger.days = *count * (weeks ? 7 : 1);
    return trigger;
}

std::int64_t moment_on(const Trigger& trigger, std::int64_t day, const TimeZone& zone) {
    WallTime wall = day_of(day);
    wall.hour = trigger.hour;
    wall.minute = trigger.minute;
    return zone.moment(wall);
}

/// 0 Monday to 6 Sunday; 1 January 1970 was a Thursday.
int weekday_of(std::int64_t day) { return static_cast<int>(((day + 3) % 7 + 7) % 7); }

bool falls_on(const Trigger& trigger, std::int64_t day) {
    switch (trigger.kind) {
        case Trigger::Kind::every_day:
            return true;
        case Trigger::Kind::every_working_day:
            return weekday_of(day) < 5;
        case Trigger::Kind::every_week:
            return weekday_of(day) == trigger.weekday;
        default:
            return false;
    }
}

/// The only day of a rule that has one.
std::optional<std::int64_t> single_day(const Trigger& trigger, const std::optional<PartialDate>& meeting) {
    const std::optional<PartialDate> date = trigger.kind == Trigger::Kind::once ? trigger.date : meeting;
    if (!date || date->month == 0 || date->day == 0) return std::nullopt;
    return days_since_1970(date->year, date->month, date->day) - trigger.days;
}

bool is_repeated(const Trigger& trigger) {
    return trigger.kind != Trigger::Kind::once && trigger.kind != Trigger::Kind::before_meeting;
}

std::int64_t today(std::int64_t now, const TimeZone& zone) {
    const WallTime wall = zone.wall(now);
    return days_since_1970(wall.year, wall.month, wall.day);
}

}  // namespace

std::optional<Trigger> parse_trigger(std::string_view text) {
    const std::string lower = to_lower(collapse_space(text));
    Trigger trigger;
    Words words = split(lower, ' ');
    take_time(words, trigger);
    if (words.empty()) return std::nullopt;
    if (words.front() == "every") return every(words, trigger);
    if (words.size() > 1) return before(words, trigger);
    const auto date = parse_iso_date(words.front());
    if (!date || date->day == 0) return std::nullopt;
    trigger.date = *date;
    return trigger;
}

std::string trigger_forms() {
    return "\"2014-05-02 9:00\", \"every Friday 18:00\", \"every working day 7:30\", \"every day\" or \"7 days before "
           "each meeting\"";
}

std::optional<std::int64_t> last_due(const Trigger& trigger, std::int64_t now, const TimeZone& zone,
                                     const std::optional<PartialDate>& meeting) {
    if (!is_repeated(trigger)) {
        const auto day = single_day(trigger, meeting);
        const auto moment = day ? std::optional(moment_on(trigger, *day, zone)) : std::nullopt;
        return moment && *moment <= now ? moment : std::nullopt;
    }
    // A week holds every day that a rule can fall on; today's moment may be yet to come.
    for (std::int64_t day = today(now, zone); day >= today(now, zone) - 7; --day) {
        if (!falls_on(trigger, day)) continue;
        const std::int64_t moment = moment_on(trigger, day, zone);
        if (moment <= now) return moment;
    }
    return std::nullopt;
}

std::optional<std::int64_t> next_due(const Trigger& trigger, std::int64_t now, const TimeZone& zone,
                                     const std::optional<PartialDate>& meeting) {
    if (!is_repeated(trigger)) {
        const auto day = single_day(trigger, meeting);
        const auto moment = day ? std::optional(moment_on(trigger, *day, zone)) : std::nullopt;
        return moment && *moment > now ? moment : std::nullopt;
    }
    for (std::int64_t day = today(now, zone); day <= today(now, zone) + 7; ++day) {
        if (!falls_on(trigger, day)) continue;
        const std::int64_t moment = moment_on(trigger, day, zone);
        if (moment > now) return moment;
    }
    return std::nullopt;
}

}  // namespace rapporteur
