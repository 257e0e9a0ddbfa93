#include "app/schedule.h"

#include <doctest/doctest.h>

using namespace rapporteur;

namespace {

const TimeZone zurich = *TimeZone::named("Europe/Zurich");

std::int64_t at(int year, int month, int day, int hour, int minute = 0) {
    return zurich.moment({year, month, day, hour, minute, 0});
}

Trigger rule(const std::string& text) {
    const auto trigger = parse_trigger(text);
    REQUIRE_MESSAGE(trigger.has_value(), text);
    return *trigger;
}

}  // namespace

TEST_CASE("clocks on the wall and moments, over the changes of summer time") {
    CHECK(at(2024, 1, 1, 1) == 1704067200);  // midnight UTC
    CHECK(at(2024, 7, 1, 2) == 1719792000);
    for (const std::int64_t moment : {1704067200LL, 1711846800LL, 1729990800LL, 1719792061LL, -1LL})
        CHECK(zurich.moment(zurich.wall(moment)) == moment);
    CHECK(at(2024, 3, 31, 3) - at(2024, 3, 31, 1) == 3600);
    CHECK_FALSE(TimeZone::named("Europe/Atlantis").has_value());
}

TEST_CASE("rules of a schedule are read in the words that people use") {
    CHECK(rule("Every Friday 18:00").weekday == 4);
    CHECK(rule("every friday at 18:00").hour == 18);
    CHECK(rule("every day").kind == Trigger::Kind::every_day);
    CHECK(rule("every day").hour == 6);
    CHECK(rule(" every  working day 7:30 ").minute == 30);
    CHECK(rule("7 days before each meeting").days == 7);
    CHECK(rule("2 weeks before each meeting at 12:00").days == 14);
    CHECK(rule("2024-05-02 9:00").date == PartialDate{2024, 5, 2});
    for (const char* wrong : {"", "18:00", "every", "every fryday", "2024-13-01", "2024-05", "every friday 24:00",
                              "-1 days before each meeting", "99999999999 days before each meeting",
                              "7 days before every meeting", "every friday 18:000", "at"})
        CHECK_FALSE_MESSAGE(parse_trigger(wrong).has_value(), wrong);
}

TEST_CASE("the last and the next moment of a rule") {
    const std::int64_t thursday = at(2024, 5, 2, 12);
    const Trigger friday = rule("every Friday 18:00");
    CHECK(last_due(friday, thursday, zurich, {}) == at(2024, 4, 26, 18));
    CHECK(next_due(friday, thursday, zurich, {}) == at(2024, 5, 3, 18));
    CHECK(last_due(friday, at(2024, 5, 3, 18), zurich, {}) == at(2024, 5, 3, 18));
    CHECK(next_due(friday, at(2024, 5, 3, 18), zurich, {}) == at(2024, 5, 10, 18));
    const Trigger working = rule("every working day 7:30");
    CHECK(last_due(working, at(2024, 5, 5, 12), zurich, {}) == at(2024, 5, 3, 7, 30));
    CHECK(next_due(working, at(2024, 5, 3, 8), zurich, {}) == at(2024, 5, 6, 7, 30));
    const Trigger once = rule("2024-05-02 13:00");
    CHECK_FALSE(last_due(once, thursday, zurich, {}).has_value());
    CHECK(next_due(once, thursday, zurich, {}) == at(2024, 5, 2, 13));
}

TEST_CASE("rules that count from a meeting need its day") {
    const Trigger week = rule("7 days before each meeting");
    CHECK(last_due(week, at(2024, 5, 10, 7), zurich, PartialDate{2024, 5, 17}) == at(2024, 5, 10, 6));
    CHECK_FALSE(last_due(week, at(2024, 5, 10, 5), zurich, PartialDate{2024, 5, 17}).has_value());
    CHECK_FALSE(last_due(week, at(2024, 5, 10, 7), zurich, {}).has_value());
    CHECK_FALSE(last_due(week, at(2024, 5, 10, 7), zurich, PartialDate{2024, 5, 0}).has_value());
}
