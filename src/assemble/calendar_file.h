#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/date.h"

namespace rapporteur {

/// One entry of a calendar: hours of one day, or whole days where it has no `start`.
struct CalendarEntry {
    std::string id;        // the same for the same entry in every issue of the calendar
    std::string category;  // "MEETING", "SESSION", "SIDE EVENT", "DEADLINE", "EVENT"
    PartialDate first;     // with its day
    std::optional<PartialDate> last;
    std::optional<int> start, end;  // minutes since midnight, as clocks show them where the meeting is
    std::string summary, description, place;
};

struct CalendarFile {
    std::string name;
    PartialDate issued;   // with its day
    std::string program;  // that wrote it, with its version
    std::vector<CalendarEntry> entries;
};

/// The calendar as an iCalendar stream (RFC 5545). Times float: no document says its time zone, and what a calendar
/// shows is what is printed. Empty where there is no entry, as a calendar without any is none (section 3.6).
std::string to_icalendar(const CalendarFile& calendar);

/// A property with its value, folded into lines of at most 75 octets that cut no letter (section 3.1).
std::string content_line(const std::string& name, const std::string& value);

/// A value of type TEXT (section 3.3.11).
std::string calendar_text(const std::string& words);

}  // namespace rapporteur
