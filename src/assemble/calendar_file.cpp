#include "assemble/calendar_file.h"

#include "support/text.h"
#include "support/two_digits.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_line = 75;  // octets, without the line break
constexpr int day_minutes = 24 * 60;

/// The day after; nothing at the end of time.
std::optional<PartialDate> day_after(const PartialDate& date) {
    for (const PartialDate next : {PartialDate{date.year, date.month, date.day + 1},
                                   PartialDate{date.year, date.month + 1, 1}, PartialDate{date.year + 1, 1, 1}})
        if (is_valid(next)) return next;
    return std::nullopt;
}

/// "20190506".
std::string basic_date(const PartialDate& date) {
    std::string out = to_iso(date);
    std::erase(out, '-');
    return out;
}

/// "20190506T103000", without a zone. The hour 24 is the next day's first.
std::string local_time(const PartialDate& date, int minutes) {
    if (minutes >= day_minutes) return local_time(day_after(date).value_or(date), minutes - day_minutes);
    return basic_date(date) + "T" + two_digits(minutes / 60) + two_digits(minutes % 60) + "00";
}

/// The end is the first moment after the entry (section 3.6.1).
std::string times_of(const CalendarEntry& entry) {
    if (entry.start) {
        const std::string start = content_line("DTSTART", local_time(entry.first, *entry.start));
        if (!entry.end || *entry.end <= *entry.start) return start;
        return start + content_line("DTEND", local_time(entry.first, *entry.end));
    }
    const PartialDate last = entry.last && *entry.last > entry.first ? *entry.last : entry.first;
    const auto end = day_after(last);
    return content_line("DTSTART;VALUE=DATE", basic_date(entry.first)) +
           (end ? content_line("DTEND;VALUE=DATE", basic_date(*end)) : std::string());
}

std::string text_line(const std::string& name, const std::string& words) {
    return words.empty() ? std::string() : content_line(name, calendar_text(words));
}

std::string to_icalendar(const CalendarEntry& entry, const PartialDate& issued) {
    return content_line("BEGIN", "VEVENT") + content_line("UID", entry.id + "@rapporteur") +
           content_line("DTSTAMP", basic_date(issued) + "T000000Z") + times_of(entry) +
           text_line("SUMMARY", entry.summary) + text_line("DESCRIPTION", entry.description) +
           text_line("LOCATION", entry.place) + text_line("CATEGORIES", entry.category) +
           (entry.start ? std::string() : content_line("TRANSP", "TRANSPARENT")) + content_line("END", "VEVENT");
}

}  // namespace

std::string content_line(const std::string& name, const std::string& value) {
    std::string out;
    std::size_t width = 0;
    const std::string line = name + ":" + value;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t bytes = decode_at(line, at).bytes;
        if (width + bytes > longest_line) {
            out += "\r\n ";
            width = 1;
        }
        out.append(line, at, bytes);
        width += bytes;
        at += bytes;
    }
    return out + "\r\n";
}

std::string calendar_text(const std::string& words) {
    std::string out;
    for (const char c : to_valid_utf8(words)) {
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\\' || c == ';' || c == ',') {
            out.append(1, '\\').append(1, c);
        } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
            out += c;
        } else if (c == '\t') {
            out += ' ';
        }
    }
    return out;
}

std::string to_icalendar(const CalendarFile& calendar) {
    if (calendar.entries.empty()) return {};
    std::string out = content_line("BEGIN", "VCALENDAR") + content_line("VERSION", "2.0") +
                      content_line("PRODID", "-//Rapporteur//" + calendar_text(calendar.program) + "//EN") +
                      content_line("CALSCALE", "GREGORIAN") + content_line("METHOD", "PUBLISH") +
                      text_line("NAME", calendar.name) + text_line("X-WR-CALNAME", calendar.name);
    for (const CalendarEntry& entry : calendar.entries) out += to_icalendar(entry, calendar.issued);
    return out + content_line("END", "VCALENDAR");
}

}  // namespace rapporteur
