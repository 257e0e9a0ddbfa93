#pragma once

#include <string_view>

namespace rapporteur {

/// The language that is most often written in a character's script: "ar", "he", "ru", "zh" …; empty for Latin letters
/// and for characters of no script of their own. A guess: Arabic letters may be Persian.
std::string_view language_of_script(char32_t c);

/// Whether a language is written in the script that `language_of_script` names by `other`.
bool shares_script(std::string_view language, std::string_view other);

/// True for vowel signs and accents that belong to the letter before them.
bool is_mark(char32_t c);

}  // namespace rapporteur
