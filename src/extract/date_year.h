#pragma once

#include <vector>

#include "extract/date_tokens.h"
#include "extract/dates.h"

namespace rapporteur {

/// Gives the dates of one text that are written without their year the one that the text or its surroundings tell, says
/// where it comes from, and marks weekdays that are not the date's. `tokens` are those of the text.
void give_years(std::vector<FoundDate>& dates, const DateContext& context, const std::vector<DateToken>& tokens,
                const DateWords& words);

}  // namespace rapporteur
