#include "support/time_zone.h"

#include <unicode/timezone.h>

#include <chrono>

namespace rapporteur {
namespace {

constexpr std::int64_t seconds_a_day = 24 * 60 * 60;
constexpr double ms = 1000;

std::int64_t seconds_of(const WallTime& wall) {
    return days_since_1970(wall.year, wall.month, wall.day) * seconds_a_day + wall.hour * 3600 + wall.minute * 60 +
           wall.second;
}

}  // namespace

struct TimeZone::Zone {
    std::unique_ptr<icu::TimeZone> zone;

    /// Seconds to add to UTC; `seconds` count in UTC, or as clocks show it.
    std::int64_t offset(std::int64_t seconds, bool as_shown) const {
        std::int32_t raw = 0, summer = 0;
        UErrorCode error = U_ZERO_ERROR;
        zone->getOffset(static_cast<double>(seconds) * ms, as_shown, raw, summer, error);
        return U_FAILURE(error) ? 0 : (raw + summer) / 1000;
    }
};

std::optional<TimeZone> TimeZone::named(const std::string& name) {
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    if (!zone || *zone == icu::TimeZone::getUnknown()) return std::nullopt;
    return TimeZone(std::make_shared<const Zone>(Zone{std::move(zone)}));
}

WallTime TimeZone::wall(std::int64_t moment) const {
    const std::int64_t shown = moment + zone_->offset(moment, false);
    std::int64_t days = shown / seconds_a_day, rest = shown % seconds_a_day;
    if (rest < 0) --days, rest += seconds_a_day;
    WallTime wall = day_of(days);
    wall.hour = static_cast<int>(rest / 3600);
    wall.minute = static_cast<int>(rest % 3600 / 60);
    wall.second = static_cast<int>(rest % 60);
    return wall;
}

std::int64_t TimeZone::moment(const WallTime& wall) const {
    const std::int64_t shown = seconds_of(wall);
    return shown - zone_->offset(shown, true);
}

std::int64_t days_since_1970(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return std::chrono::sys_days(date).time_since_epoch().count();
}

WallTime day_of(std::int64_t days) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(days))};
    WallTime wall;
    wall.year = static_cast<int>(date.year());
    wall.month = static_cast<int>(static_cast<unsigned>(date.month()));
    wall.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return wall;
}

}  // namespace rapporteur
