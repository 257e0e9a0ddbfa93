#include "layout/figure_date.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace rapporteur {
namespace {

using namespace std::chrono;

constexpr std::string_view kForm = "0000-00-00";

bool has_form(std::string_view iso) {
    if (iso.size() != 4 && iso.size() != 7 && iso.size() != 10) return false;
    return std::equal(iso.begin(), iso.end(), kForm.begin(),
                      [](char c, char form) { return form == '-' ? c == '-' : c >= '0' && c <= '9'; });
}

unsigned number_at(std::string_view iso, std::size_t begin, std::size_t length) {
    unsigned number = 0;
    std::from_chars(iso.data() + begin, iso.data() + begin + length, number);
    return number;
}

/// Days since the year began.
int days_into(year_month_day date) { return (sys_days(date) - sys_days(date.year() / January / 1)).count(); }

}  // namespace

std::optional<FigureDate> read_figure_date(std::string_view iso) {
    if (!has_form(iso)) return std::nullopt;
    const int number = static_cast<int>(number_at(iso, 0, 4));
    const year its_year(number);
    if (number == 0) return std::nullopt;
    if (iso.size() == 4) return FigureDate{std::string(iso), number, number + 0.5};
    const bool has_day = iso.size() == 10;
    const month its_month(number_at(iso, 5, 2));
    const year_month_day first = its_year / its_month / day(has_day ? number_at(iso, 8, 2) : 1);
    if (!first.ok()) return std::nullopt;
    const int length = has_day ? 1 : static_cast<int>(unsigned((its_year / its_month / last).day()));
    const double year_length = its_year.is_leap() ? 366 : 365;
    return FigureDate{std::string(iso), number, number + (days_into(first) + length / 2.0) / year_length};
}

}  // namespace rapporteur
