#pragma once

#include <optional>
#include <string_view>

#include "extract/rule_set.h"
#include "model/date.h"

namespace rapporteur {

/// The date by which a statement asks for something ("by the end of 2015", "no later than 3 May 2014"), by the
/// language's table "deadline"; nothing where it names none.
std::optional<PartialDate> deadline_in(const RuleSet& rules, std::string_view language, std::string_view text);

}  // namespace rapporteur
