#pragma once

#include <optional>
#include <vector>

#include "extract/date_tokens.h"
#include "extract/date_words.h"

namespace rapporteur {

/// What one form read: numbers as written, 0 or -1 (times) where the slot was not there.
struct FormMatch {
    const DateForm* form = nullptr;
    std::size_t first = 0, last = 0;  // tokens, half open, without what stands before
    int weekday = -1;
    int day = 0, day_end = 0;
    std::vector<int> days;
    int month = 0, month_end = 0;
    int year = 0, year_end = 0;
    std::optional<PartialDate> numeric, numeric_end;
    int hour = -1, hour_end = -1;
    int minute = 0, minute_end = 0;
    int half = -1, half_end = -1;  // 0 before noon, 12 after
};

/// The longest match of any of the forms that begins at token `at`; of two of one length the form that stands first.
std::optional<FormMatch> match_forms(const std::vector<DateForm>& forms, const std::vector<DateToken>& tokens,
                                     std::size_t at, const DateWords& words);

}  // namespace rapporteur
