#include "assemble/calendar_file.h"

#include <doctest/doctest.h>

#include "support/text.h"

using namespace rapporteur;

namespace {

CalendarEntry on(const PartialDate& day) {
    CalendarEntry entry;
    entry.id = "0123456789abcdef";
    entry.category = "SESSION";
    entry.first = day;
    entry.summary = "Fees";
    return entry;
}

std::string written(const CalendarEntry& entry) {
    return to_icalendar({"Forum", {2019, 4, 1}, "Rapporteur 1", {entry}});
}

bool holds(const std::string& text, const std::string& line) { return text.find("\r\n" + line + "\r\n") != text.npos; }

/// The lines as a reader of calendars joins them again.
std::string unfolded(std::string text) {
    for (std::size_t at = text.find("\r\n "); at != text.npos; at = text.find("\r\n ", at)) text.erase(at, 3);
    return text;
}

}  // namespace

TEST_CASE("a calendar is a stream of RFC 5545, its stamps the day of the packs") {
    CalendarEntry entry = on({2019, 5, 6});
    entry.start = 10 * 60;
    entry.end = 13 * 60 + 5;
    entry.place = "Pier Hall, Oldport";
    CHECK(written(entry) ==
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rapporteur//Rapporteur 1//EN\r\nCALSCALE:GREGORIAN\r\n"
          "METHOD:PUBLISH\r\nNAME:Forum\r\nX-WR-CALNAME:Forum\r\nBEGIN:VEVENT\r\nUID:0123456789abcdef@rapporteur\r\n"
          "DTSTAMP:20190401T000000Z\r\nDTSTART:20190506T100000\r\nDTEND:20190506T130500\r\nSUMMARY:Fees\r\n"
          "LOCATION:Pier Hall\\, Oldport\r\nCATEGORIES:SESSION\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("a calendar without an entry would be none, and is not written") {
    CHECK(to_icalendar({"Forum", {2019, 4, 1}, "Rapporteur 1", {}}) == "");
}

TEST_CASE("whole days end with the day after the last, over months, years and leap days") {
    const auto end_after = [](const PartialDate& first, std::optional<PartialDate> last) {
        CalendarEntry entry = on(first);
        entry.last = last;
        const std::string text = written(entry);
        const std::size_t at = text.find("DTEND;VALUE=DATE:");
        return at == text.npos ? std::string() : text.substr(at + 17, 8);
    };
    CHECK(holds(written(on({2019, 5, 6})), "DTSTART;VALUE=DATE:20190506"));
    CHECK(holds(written(on({2019, 5, 6})), "TRANSP:TRANSPARENT"));
    CHECK(end_after({2019, 5, 6}, std::nullopt) == "20190507");
    CHECK(end_after({2019, 5, 6}, PartialDate{2019, 5, 31}) == "20190601");
    CHECK(end_after({2020, 2, 28}, std::nullopt) == "20200229");
    CHECK(end_after({2019, 12, 31}, std::nullopt) == "20200101");
    CHECK(end_after({2019, 5, 6}, PartialDate{2019, 5, 1}) == "20190507");
    CHECK(end_after({9999, 12, 31}, std::nullopt) == "");
}

TEST_CASE("an end that is missing or before the start is left out; the hour 24 is the next day's first") {
    CalendarEntry entry = on({2019, 12, 31});
    entry.start = 22 * 60;
    CHECK(written(entry).find("DTEND") == std::string::npos);
    entry.end = 9 * 60;
    CHECK(written(entry).find("DTEND") == std::string::npos);
    entry.end = 24 * 60;
    CHECK(holds(written(entry), "DTEND:20200101T000000"));
}

TEST_CASE("text is escaped, control characters go") {
    CHECK(calendar_text("a\\b; c, d\ne\tf\r\x07\x7F") == "a\\\\b\\; c\\, d\\ne f");
    CHECK(calendar_text("port\xFF") == "port\xEF\xBF\xBD");
    // Nothing that a document says ends a property and begins another.
    CHECK(calendar_text("x\r\nATTACH:file:///etc/passwd") == "x\\nATTACH:file:///etc/passwd");
}

TEST_CASE("lines are folded at 75 octets between letters, and unfold to what they were") {
    for (const std::string letter : {"a", "é", "港", "🚢"}) {
        for (std::size_t count : {0, 1, 16, 17, 66, 67, 68, 74, 75, 300}) {
            std::string words;
            for (std::size_t i = 0; i < count; ++i) words += letter;
            const std::string line = content_line("SUMMARY", words);
            CAPTURE(line);
            CHECK(unfolded(line) == "SUMMARY:" + words + "\r\n");
            std::size_t longest = 0;
            for (std::size_t at = 0; at < line.size();) {
                const std::size_t end = line.find("\r\n", at);
                longest = std::max(longest, end - at);
                CHECK(is_valid_utf8(line.substr(at, end - at)));
                at = end + 2;
            }
            CHECK(longest <= 75);
        }
    }
    CHECK(content_line("SUMMARY", std::string(67, 'a')).find("\r\n ") == std::string::npos);
    CHECK(content_line("SUMMARY", std::string(68, 'a')) == "SUMMARY:" + std::string(67, 'a') + "\r\n a\r\n");
}
