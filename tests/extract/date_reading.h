#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "extract/date_words.h"
#include "extract/dates.h"
#include "extract/shipped_rules.h"

// What a reader of dates finds in a text, in words that a test can compare.
namespace rapporteur {

inline NamedText rules_of(const std::string& language) {
    for (NamedText& file : shipped_rules()) {
        if (file.name == language + "/date.xml") return std::move(file);
    }
    return {language + "/date.xml", {}};
}

inline DateReader reader_of(const std::string& language) {
    Result<DateWords> words = read_date_words(rules_of(language));
    if (!words) FAIL(wording(words.error()));
    return DateReader(std::move(*words));
}

inline std::string in_words(const FoundDate& found) {
    if (!found.has_year()) return "no year";
    return to_iso(found.start) + (found.end ? "/" + to_iso(*found.end) : "");
}

inline std::string dates_in(const DateReader& reader, std::string_view text, std::string_view document = "",
                            int year = 0) {
    std::string all;
    for (const FoundDate& found : reader.dates(text, {parse_iso_date(document), year})) {
        all += (all.empty() ? "" : ", ") + in_words(found);
    }
    return all;
}

inline std::string times_in(const DateReader& reader, std::string_view text) {
    std::string all;
    for (const FoundTime& found : reader.times(text)) {
        all += (all.empty() ? "" : ", ") + found.start + (found.end.empty() ? "" : "-" + found.end);
    }
    return all;
}

/// A text as people write dates, what it gives, and what is known of its document.
struct Written {
    std::string_view text;
    std::string_view gives;
    std::string_view document = "";
    int year = 0;
};

}  // namespace rapporteur
