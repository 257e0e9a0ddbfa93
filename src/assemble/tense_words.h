#pragma once

#include <string_view>

namespace rapporteur {

/// Whether a sentence tells of what was or of what is to come, as far as its words say.
enum class Tense { not_told, past, future };

/// The tense that the words of a sentence tell in a language ("en", "fr-CA"); what is hoped, planned or due is to come,
/// also where it was so in the past.
Tense tense_of(std::string_view sentence, std::string_view language);

}  // namespace rapporteur
