#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

/// A date that may lack its day, or its day and month: 2013, 2013-02, 2013-02-20 (ISO 8601 reduced precision).
struct PartialDate {
    int year = 0;
    int month = 0;  // 0: not known
    int day = 0;    // 0: not known

    bool operator==(const PartialDate&) const = default;
    /// By time; a date of less precision stands before the dates that it contains.
    auto operator<=>(const PartialDate&) const = default;
};

/// "2013", "2013-02" or "2013-02-20".
std::string to_iso(const PartialDate& date);

/// The reverse of to_iso; nothing where the text is no such date or the date does not exist.
std::optional<PartialDate> parse_iso_date(std::string_view text);

/// True for a date of the Gregorian calendar (year 1 to 9999, months and days that exist or are 0).
bool is_valid(const PartialDate& date);

/// 0 Monday to 6 Sunday, for a date with a day.
int weekday(const PartialDate& date);

/// True where one of the two holds the other or they are equal (2013-02 holds 2013-02-20).
bool agree(const PartialDate& a, const PartialDate& b);

}  // namespace rapporteur
