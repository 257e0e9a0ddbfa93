#pragma once

#include <vector>

#include "extract/dates.h"
#include "extract/item_draft.h"

namespace rapporteur {

/// Times printed on a clock of twelve hours without "a.m." and "p.m." get the half of the day that they are in: later
/// than those above them on the same day, and in the evening where the lines above the agenda say that it is held then.
void set_half_days(const Document& document, const DateReader& dates, std::vector<ItemDraft>& drafts);

}  // namespace rapporteur
