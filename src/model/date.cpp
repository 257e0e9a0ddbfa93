#include "model/date.h"

#include <array>
#include <charconv>

namespace rapporteur {
namespace {

int days_in(int year, int month) {
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::string padded(int number, std::size_t width) {
    std::string digits = std::to_string(number);
    return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.front() == '-') return std::nullopt;
    return value;
}

}  // namespace

std::string to_iso(const PartialDate& date) {
    std::string out = padded(date.year, 4);
    if (date.month > 0) out += "-" + padded(date.month, 2);
    if (date.month > 0 && date.day > 0) out += "-" + padded(date.day, 2);
    return out;
}

std::optional<PartialDate> parse_iso_date(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    if ((text.size() > 4 && text[4] != '-') || (text.size() > 7 && text[7] != '-')) return std::nullopt;
    const auto year = number(text.substr(0, 4));
    const auto month = text.size() > 4 ? number(text.substr(5, 2)) : 0;
    const auto day = text.size() > 7 ? number(text.substr(8, 2)) : 0;
    if (!year || !month || !day) return std::nullopt;
    const PartialDate date{*year, *month, *day};
    if ((text.size() > 4 && date.month == 0) || (text.size() > 7 && date.day == 0) || !is_valid(date))
        return std::nullopt;
    return date;
}

bool is_valid(const PartialDate& date) {
    if (date.year < 1 || date.year > 9999 || date.month < 0 || date.month > 12 || date.day < 0) return false;
    if (date.month == 0) return date.day == 0;
    return date.day <= days_in(date.year, date.month);
}

int weekday(const PartialDate& date) {
    // Sakamoto's method, turned so that Monday is 0.
    constexpr std::array offsets{0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    const int year = date.month < 3 ? date.year - 1 : date.year;
    const int sunday_first =
        (year + year / 4 - year / 100 + year / 400 + offsets[static_cast<std::size_t>(date.month - 1)] + date.day) % 7;
    return (sunday_first + 6) % 7;
}

bool agree(const PartialDate& a, const PartialDate& b) {
    if (a.year != b.year) return false;
    if (a.month == 0 || b.month == 0) return true;
    if (a.month != b.month) return false;
    return a.day == 0 || b.day == 0 || a.day == b.day;
}

}  // namespace rapporteur
