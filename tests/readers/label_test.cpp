#include "readers/label.h"

#include <doctest/doctest.h>

#include "support/roman.h"

#include <string>

namespace rapporteur {
namespace {

/// "style number rest" of the label at the start of a line, or "none".
std::string read(const std::string& line) {
    const auto label = label_at(line);
    if (!label) return "none";
    return label->number + "|" + label->text + "|" + line.substr(label->length);
}

}  // namespace

TEST_CASE("labels are told from what only looks like one") {
    CHECK(read("29. The Forum may wish to meet.") == "29|29.|The Forum may wish to meet.");
    CHECK(read("138.12 Ratify the protocol") == "138.12|138.12|Ratify the protocol");
    CHECK(read("3 (a) Consider the report") == "3(a)|3 (a)|Consider the report");
    CHECK(read("36/5.\tProtection of seafarers") == "36/5|36/5.|Protection of seafarers");
    CHECK(read("- (1) to meet yearly") == "1|- (1)|to meet yearly");
    CHECK(read("• Agenda") == "|•|Agenda");
    CHECK(read("(iv) reports") == "iv|(iv)|reports");
    CHECK(read("IV. Closing") == "IV|IV.|Closing");
    CHECK(read("b) members") == "b|b)|members");
    CHECK(read("1.1 Opening") == "1.1|1.1|Opening");
    CHECK(read("29- يوصي المجلس") == "29|29-|يوصي المجلس");
    for (const char* line : {"2013 was a year of talks", "16 November 2007", "10.00 – 13.00", "3.5 million people",
                             "5-6 May 2008", "29- a dash", "R. E. Keller chaired", "etc. and so on", "(see annex)",
                             "A/68/190", "word", "", "1/2 of all", "37.741 USD"}) {
        INFO(std::string(line));
        CHECK(read(line) == "none");
    }
    CHECK(label_at("-")->style == LabelStyle::bullet);
}

TEST_CASE("Roman numerals have one form") {
    CHECK(roman_value("IV") == 4);
    CHECK(roman_value("xlii") == 42);
    CHECK(roman_value("MCMXC") == 1990);
    CHECK(roman_value("IIII") == 0);
    CHECK(roman_value("VX") == 0);
    CHECK(roman_value("IC") == 0);
    CHECK(roman_value("word") == 0);
}

}  // namespace rapporteur
