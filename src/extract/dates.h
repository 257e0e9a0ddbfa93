#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/date_words.h"
#include "model/date.h"
#include "support/range.h"

namespace rapporteur {

/// Where the year of a date comes from: never guessed silently.
enum class YearFrom {
    printed,   // written with it
    sentence,  // written with the next date of the same list: "5 March and 7 April 2014"
    weekday,   // the one year near at hand in which the weekday falls on that date
    context,   // the only year of what the text belongs to (a session, a schedule)
    document,  // the year that brings it nearest to the document's own date
    unknown,   // no year: `start.year` is 0
};

/// What is known of the text around a date that is written without its year.
struct DateContext {
    std::optional<PartialDate> document;  // the document's own date
    int year = 0;                         // of the meeting or schedule that the text belongs to, 0 where not known
};

/// A date or a range of days as it is written.
struct FoundDate {
    Range range;                     // in the text that was searched, without "on", "in", "from"
    PartialDate start;               // year 0 where it is not known
    std::optional<PartialDate> end;  // of a range
    YearFrom year_from = YearFrom::printed;
    bool weekday_conflict = false;  // the printed weekday is not that date's
    int weekday = -1;               // printed: 0 Monday to 6 Sunday

    /// The last day (or month, or year): `end`, or `start` where it is no range.
    PartialDate last() const { return end.value_or(start); }
    bool has_year() const { return start.year != 0; }
    /// 1 for a year, 2 for a month, 3 for a day.
    int precision() const { return start.day != 0 ? 3 : start.month != 0 ? 2 : 1; }
};

/// A time of day or a range of times: "10:00" in 24 hours; `end` is empty where it is no range.
struct FoundTime {
    Range range;
    std::string start, end;
};

/// Reads dates and times as one language writes them.
class DateReader {
public:
    DateReader() = default;
    explicit DateReader(DateWords words) : words_(std::move(words)) {}

    /// All dates of `text` in order; those that do not exist (31 February) or can be read in two ways (2/5/2011) are
    /// left out.
    std::vector<FoundDate> dates(std::string_view text, const DateContext& context = {}) const;
    /// The dates of a text that holds nothing but dates, spaces, brackets and stops; none where it holds more.
    std::vector<FoundDate> only_dates(std::string_view text, const DateContext& context = {}) const;
    /// The date that is all of `text` but spaces, brackets and stops.
    std::optional<FoundDate> whole_date(std::string_view text, const DateContext& context = {}) const;
    std::vector<FoundTime> times(std::string_view text) const;

    const DateWords& words() const { return words_; }

private:
    DateWords words_;
};

/// Days since 1970-01-01 of a date; an unknown month or day counts as the middle of its year or month.
long day_number(const PartialDate& date);

}  // namespace rapporteur
