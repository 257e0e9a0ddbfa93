#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/date_words.h"
#include "model/date.h"
#include "support/range.h"

namespace rapporteur {

enum class DateTokenKind {
    number,   // up to four digits
    word,     // letters; an abbreviation with inner stops ("a.m.") is one word without them
    clock,    // "10:00", "10.00", "10h30"
    numeric,  // three numbers with one separator
    sign,     // one character of punctuation; all dashes are "-"
};

/// A piece of text as a reader of dates sees it.
struct DateToken {
    DateTokenKind kind = DateTokenKind::sign;
    Range range;
    std::string word;        // of words and signs: folded to lower case
    bool capital = false;    // of words
    int number = 0;          // of numbers; of clocks the hour
    int minute = 0;          // of clocks
    bool telling = false;    // a figure, or the name of a month, a day or an hour
    std::size_t digits = 0;  // of numbers
    bool ordinal = false;    // "21st"
    bool colon = false;      // of clocks: written in the one way that can be nothing else
    PartialDate date;        // of numerics; year 0 where it can be read in two ways
};

std::vector<DateToken> date_tokens(std::string_view text, const DateWords& words);

}  // namespace rapporteur
