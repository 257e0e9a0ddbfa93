#include "app/turns.h"

#include <algorithm>

namespace rapporteur {
namespace {

bool counts_from_meeting(const Trigger& trigger) { return trigger.kind == Trigger::Kind::before_meeting; }

}  // namespace

bool counts_from_meetings(const std::vector<Trigger>& when) {
    return std::any_of(when.begin(), when.end(), counts_from_meeting);
}

bool Turns::unanswered(const std::string& name, const std::optional<std::int64_t>& moment) const {
    if (!moment) return false;
    const auto answered = book_.kept_number("turn " + name);
    return !answered || !*answered || **answered < *moment || **answered > now_;
}

bool Turns::group_due(const std::string& name, const std::vector<Trigger>& when) const {
    if (when.empty()) return true;
    return std::any_of(when.begin(), when.end(), [&](const Trigger& trigger) {
        return !counts_from_meeting(trigger) && unanswered(name, last_due(trigger, now_, zone_, {}));
    });
}

bool Turns::meeting_due(const std::string& name, const std::vector<Trigger>& when,
                        const std::optional<PartialDate>& start, const std::optional<PartialDate>& end) const {
    const WallTime wall = zone_.wall(now_);
    const PartialDate today{wall.year, wall.month, wall.day};
    if (!start || (end && end->day > 0 ? *end : *start) < today) return false;
    return std::any_of(when.begin(), when.end(), [&](const Trigger& trigger) {
        return counts_from_meeting(trigger) && unanswered(name, last_due(trigger, now_, zone_, start));
    });
}

std::optional<Diagnostic> Turns::answer(const std::string& name) const {
    return book_.keep_number("turn " + name, now_);
}

std::optional<std::int64_t> Turns::next(const std::vector<Trigger>& when,
                                        const std::optional<PartialDate>& start) const {
    std::optional<std::int64_t> first;
    for (const Trigger& trigger : when) {
        const auto moment = next_due(trigger, now_, zone_, start);
        if (moment && (!first || *moment < *first)) first = moment;
    }
    return first;
}

}  // namespace rapporteur
