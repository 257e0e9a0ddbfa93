#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/rule_set.h"
#include "support/range.h"

namespace rapporteur {

/// What stands for "of", "the", "and" in a language: words that an abbreviation may pass over (folded).
using SmallWords = std::vector<std::string>;

/// Those of the table "small_words", of the language or else of the default one.
SmallWords small_words_of(const RuleSet& rules, std::string_view language);

/// Where `text` ends in the words that `short_form` abbreviates: found by its letters in order (initials first, letters
/// inside words at a cost), or, for names whose letters stand in another order ("BIML", "UNFPA"), by the initials that
/// they share.
std::optional<Range> expansion_at_end(std::string_view text, std::string_view short_form,
                                      const SmallWords& small_words);

/// True where the whole of `text` is what `short_form` abbreviates.
bool expands(std::string_view text, std::string_view short_form, const SmallWords& small_words);

}  // namespace rapporteur
