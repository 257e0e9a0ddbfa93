#include "extract/agenda_words.h"

#include <doctest/doctest.h>

#include "extract/shipped_rules.h"

namespace rapporteur {
namespace {

const AgendaWords& words() {
    static const auto rules = load_rules(shipped_rules());
    static const AgendaWords words(rules.value(), "en");
    return words;
}

/// "day|part|start-end" of a setting, with "pause" for breaks; "none" for every other line.
std::string setting(std::string_view line) {
    DateContext context;
    context.year = 2031;
    const auto found = words().setting(line, context);
    if (!found) return "none";
    std::string day = found->day ? to_iso(*found->day) : "";
    if (found->weekday >= 0) day += "weekday " + std::to_string(found->weekday);
    if (found->day_number > 0) day += "day " + std::to_string(found->day_number);
    return day + "|" + found->part + "|" + found->start + "-" + found->end + (found->pause ? " pause" : "");
}

/// "title|start-end|purpose" of a cleaned title.
std::string cleaned(std::string_view line) {
    const CleanTitle clean = words().clean(line);
    return std::string(clean.title) + "|" + clean.start + "-" + clean.end + "|" + clean.purpose;
}

}  // namespace

TEST_CASE("days, parts and times of a programme") {
    CHECK(setting("Wednesday, 19 March") == "2031-03-19||-");
    CHECK(setting("Wednesday 19 March 2031, 12 h 00 – 14 h 30 (Lisbon time)") == "2031-03-19||12:00-14:30");
    CHECK(setting("Day 2 – Thursday 20 March 2031 (12:00–15:00 UTC)") == "2031-03-20||12:00-15:00");
    CHECK(setting("Thursday 20 March, morning session") == "2031-03-20|morning session|-");
    CHECK(setting("Session 1 – Wednesday 19 March 2031 – 12:00–14:00 (UTC)") == "2031-03-19|Session 1|12:00-14:00");
    CHECK(setting("Thursday, 20 March 2031, 10 a.m. to 1 p.m. and 3 to 6 p.m.") == "2031-03-20||10:00-18:00");
    CHECK(setting("_13:00 - 15:00 Monday Session II - Hall B_") == "weekday 0|Session II|13:00-15:00");
    CHECK(setting("1300-1500 Afternoon Session I") == "|Afternoon Session I|13:00-15:00");
    CHECK(setting("(10.00 – 13.00)") == "||10:00-13:00");
    CHECK(setting("THURSDAY MORNING") == "weekday 3|MORNING|-");
    CHECK(setting("Day 3") == "day 3||-");
    CHECK(setting("12:30 LUNCH") == "||12:30- pause");
    CHECK(setting("10:30 – 11:00 Tea/Coffee break & group photo") == "||10:30-11:00 pause");
}

TEST_CASE("lines that say more than when") {
    CHECK(setting("10:00 Opening") == "none");
    CHECK(setting("Minutes of the meeting of 4 March 2031") == "none");
    CHECK(setting("Registration of ships") == "none");
    CHECK(setting("Monday night ferries") == "none");
    CHECK(setting("") == "none");
    CHECK(setting(std::string(5000, '1')) == "none");
}

TEST_CASE("titles without times, durations and purposes") {
    CHECK(cleaned("10.00 - 10.15 Welcome by the Chair") == "Welcome by the Chair|10:00-10:15|");
    CHECK(cleaned("3:00 PM - 3:30 PM | Opening;") == "Opening|15:00-15:30|");
    CHECK(cleaned("Opening (10:00)") == "Opening|10:00-|");
    CHECK(cleaned("20 min - Port dues (slides)") == "Port dues|-|");
    CHECK(cleaned("Port dues [for approval]") == "Port dues|-|decision");
    CHECK(cleaned("Port dues (secret ballot)") == "Port dues (secret ballot)|-|");
    CHECK(cleaned("Port dues ........ 12") == "Port dues|-|");
}

TEST_CASE("what can be a title") {
    CHECK(words().can_be_title("Opening of the session"));
    CHECK_FALSE(words().can_be_title("The dues were raised in May. They stay."));
    CHECK_FALSE(words().can_be_title("jbaker: I agree with that"));
    CHECK_FALSE(words().can_be_title("N/A"));
    CHECK_FALSE(words().can_be_title("Coffee break"));
    CHECK_FALSE(words().can_be_title(std::string(2000, 'a')));
}

TEST_CASE("the day of a title block") {
    CHECK(words().front_day("Online, Friday 7 March 2031, 12:00–15:00", {}).has_value());
    CHECK_FALSE(words().front_day("Version 2 (2031-03-07)", {}).has_value());
}

}  // namespace rapporteur
