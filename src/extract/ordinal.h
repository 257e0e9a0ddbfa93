#pragma once

#include <optional>
#include <string_view>

#include "extract/rule.h"

namespace rapporteur {

/// The number of an ordinal in figures or in words: "101st", "Twelfth", "fifty-first", "One hundred and eighth".
/// `words` is the language's table "ordinals": each entry a number (key) and its cardinal or ordinal word.
std::optional<int> ordinal_number(std::string_view text, const RuleTable* words);

}  // namespace rapporteur
