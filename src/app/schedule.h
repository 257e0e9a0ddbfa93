#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/date.h"
#include "support/time_zone.h"

namespace rapporteur {

/// One rule of when packs are due.
struct Trigger {
    enum class Kind { once, every_day, every_working_day, every_week, before_meeting };
    Kind kind = Kind::once;
    PartialDate date;          // once
    int weekday = 0;           // every week: 0 Monday to 6 Sunday
    int days = 0;              // before the first day of a meeting
    int hour = 6, minute = 0;  // where the rule names none: before anybody is at work
    bool operator==(const Trigger&) const = default;
};

/// "2014-05-02", "every Friday 18:00", "every working day 7:30", "7 days before each meeting", "2 weeks before each
/// meeting at 12:00"; nothing for anything else.
std::optional<Trigger> parse_trigger(std::string_view text);

/// The rules that parse_trigger reads, for people who wrote another.
std::string trigger_forms();

/// The last moment at or before `now`, and the first after it, at which packs are due; nothing where there is none.
/// `meeting` is its first day, for rules that ask for it.
std::optional<std::int64_t> last_due(const Trigger& trigger, std::int64_t now, const TimeZone& zone,
                                     const std::optional<PartialDate>& meeting);
std::optional<std::int64_t> next_due(const Trigger& trigger, std::int64_t now, const TimeZone& zone,
                                     const std::optional<PartialDate>& meeting);

}  // namespace rapporteur
