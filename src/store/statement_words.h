#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

/// The stems of a text's words, folded, apart by spaces; every ideograph is a word of its own. `language` is BCP 47.
std::string search_stems(std::string_view text, std::string_view language);

/// The question of FTS5 for what a user looks for: all its words, those in quotation marks one after another, each by
/// its stem in any of the languages. Empty where the text has no words.
std::string search_expression(std::string_view wanted);

}  // namespace rapporteur
