#pragma once

#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "support/named_text.h"
#include "support/result.h"

namespace rapporteur {

/// What an element of a written form of a date or time stands for.
enum class DateSlot {
    word,          // one of the element's words
    weekday,       // W
    day,           // D, and D2 of a range
    day_end,       //
    days,          // DD: two or more days, "19, 20 and 21"
    month,         // M
    month_end,     // M2
    year,          // Y
    year_end,      // Y2
    numeric,       // N: "2013-02-20", or figures that can be read in one way only
    numeric_end,   // N2
    clock,         // T: "10:00", "10.00"
    clock_end,     // T2
    colon_clock,   // C: "10:00", which needs no further sign
    hour,          // H: "10"
    hour_end,      // H2
    minute,        // MIN
    minute_end,    // MIN2
    compact,       // HHMM: "0930"
    compact_end,   // HHMM2
    meridiem,      // A: "a.m."
    meridiem_end,  // A2
    named,         // NOON: "noon", "midnight"
    named_end,     // NOON2
};

struct FormElement {
    DateSlot slot = DateSlot::word;
    std::vector<std::string> words;
    bool optional = false;
};

/// One way of writing a date or a time, as a sequence of elements; the first `before` of them must stand there but are
/// not part of what is found.
struct DateForm {
    std::string id;
    std::size_t before = 0;
    std::vector<FormElement> elements;
};

struct DateName {
    int number = 0;
    bool capital = false;      // read as a date only when written with a capital: "May", "March"
    bool abbreviated = false;  // a full stop after it belongs to it
};

/// An example of the rule file: `text` must give `dates` (in the form "2013-02-20/2013-02-21, 2014"), or none where
/// empty.
struct DateExample {
    std::string text, document, dates;
    bool times = false;
    int line = 0;
};

/// How one language writes dates and times: the content of its rules/LANGUAGE/date.xml.
struct DateWords {
    std::string language;
    std::map<std::string, DateName, std::less<>> months, weekdays;
    std::map<std::string, int, std::less<>> meridiems;     // 0 before noon, 12 after
    std::map<std::string, int, std::less<>> named_hours;   // "noon": 12
    std::map<std::string, int, std::less<>> day_ordinals;  // "first": 1
    std::vector<std::string> ordinal_suffixes;             // "st", "er"
    std::map<std::string, std::vector<std::string>, std::less<>> classes;
    std::vector<DateForm> dates, times;
    std::vector<DateExample> examples;
    std::unordered_set<std::string> telling;  // every name of a month, a day, an hour: no form goes without one or a
                                              // figure (only looked up: its order is never seen)

    bool in_class(std::string_view name, std::string_view word) const;
};

/// Reads a date.xml; fails with the line on an unknown element, slot or word class and on a form without an example.
Result<DateWords> read_date_words(const NamedText& file);

}  // namespace rapporteur
