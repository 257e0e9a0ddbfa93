#pragma once

#include <span>
#include <string_view>

namespace rapporteur {

/// The little words of a language: those that tell it, and those that cannot end a phrase.
struct FunctionWords {
    std::string_view language;                   // BCP 47
    std::span<const std::string_view> common;    // most frequent words, lower case
    std::span<const std::string_view> calendar;  // months and days, which agendas have more of than sentences
    std::span<const std::string_view> open;      // articles, prepositions, conjunctions: a phrase goes on after them
};

/// Every language that is known by its words.
std::span<const FunctionWords> function_words();

}  // namespace rapporteur
