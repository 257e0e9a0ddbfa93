#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace rapporteur {

/// A moment as clocks on a wall show it.
struct WallTime {
    int year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0;
    bool operator==(const WallTime&) const = default;
};

/// A time zone of the IANA database, with its summer times past and to come.
class TimeZone {
public:
    /// "Europe/Zurich", "Africa/Nairobi", "UTC"; nothing for a name that is unknown.
    static std::optional<TimeZone> named(const std::string& name);

    /// What clocks show at a moment (seconds since 1970, UTC).
    WallTime wall(std::int64_t moment) const;
    /// The moment at which clocks show this; of an hour that comes twice the first, of one that is left out the hour
    /// that takes its place.
    std::int64_t moment(const WallTime& wall) const;

private:
    struct Zone;
    explicit TimeZone(std::shared_ptr<const Zone> zone) : zone_(std::move(zone)) {}
    std::shared_ptr<const Zone> zone_;
};

/// Days from 1 January 1970 to this day of the Gregorian calendar, and back.
std::int64_t days_since_1970(int year, int month, int day);
WallTime day_of(std::int64_t days);

}  // namespace rapporteur
