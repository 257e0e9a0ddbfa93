#pragma once

#include <optional>
#include <string_view>

#include "extract/rule_set.h"
#include "model/date.h"

namespace rapporteur {

/// The date by which a statement asks for something ("by the end of 2015", "no later than 3 May 2014"), by the
/// language's table "deadline"; nothing where it names none.
std::optional<PartialDate> deadline_in(const RuleSet& rules, std::string_view language, std::string_view text);

/// The date that a text known to hold a deadline gives ("30 June 2027", "end of 2027", "Q2 2028": its last month);
/// nothing where it gives none ("ongoing").
std::optional<PartialDate> due_date_in(const RuleSet& rules, std::string_view language, std::string_view text);

}  // namespace rapporteur
