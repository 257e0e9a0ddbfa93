#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// The words of a text as they are compared: folded, apart at hyphens and slashes, a final "'s" dropped.
std::vector<std::string> comparable_words(std::string_view text);

/// A word without the "s" of its plural, so that "cost" and "costs" are one.
std::string singular(std::string word);

/// True for words that say nothing by themselves ("the", "of", "and").
bool is_function_word(std::string_view word);

/// The comparable words that say something, in the singular, each once, in alphabetical order.
std::vector<std::string> content_words(std::string_view text);

/// Shared words of two such lists, as a share of all their words (Jaccard's index): 1 for equal lists, 0 for no shared
/// word.
double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// True where `larger` has every word of `smaller`; both in alphabetical order.
bool holds_all(const std::vector<std::string>& larger, const std::vector<std::string>& smaller);

/// 12 for "12", "12th", "twelfth" and "XII"; 0 for any other word. `word` is folded.
int ordinal_of(std::string_view word);

/// A printed number without what differs from one printing to the next: "II.", "Item 2" and "2" are "2", "3 (a)" is
/// "3a".
std::string comparable_number(std::string_view printed);

}  // namespace rapporteur
