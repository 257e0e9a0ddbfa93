#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

/// Where a figure draws a date that may lack its day, or its month and day.
struct FigureDate {
    std::string iso;   // "2013", "2013-02" or "2013-02-20" (ISO 8601 reduced precision)
    int year = 0;      // 1 to 9999
    double point = 0;  // in years: 2013.5 is mid-2013; the middle of what is not known

    bool operator==(const FigureDate&) const = default;
};

/// Nothing where the text is no such date of the Gregorian calendar.
std::optional<FigureDate> read_figure_date(std::string_view iso);

}  // namespace rapporteur
