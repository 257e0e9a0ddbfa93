#pragma once

#include <string_view>

namespace rapporteur {

/// True where the text ends as a sentence or clause may: ".", "!", "?", ":", ";", "…", whatever closing quotes,
/// brackets and footnote signs follow.
bool ends_clause(std::string_view text);

/// True where the text ends as a sentence does: as ends_clause, without ":" and ";".
bool ends_sentence(std::string_view text);

/// True where the last word cannot end a phrase of that language ("of the", "and"), or a comma, hyphen or open bracket
/// ends it.
bool ends_open(std::string_view text, std::string_view language);

/// True where the last word cannot end a phrase of that language: article, preposition, conjunction.
bool ends_with_function_word(std::string_view text, std::string_view language);

/// True where the first letter is a small one and nothing but quotes or brackets stands before it.
bool starts_low(std::string_view text);

/// True where the first letter or digit is a capital.
bool starts_high(std::string_view text);

/// True for running text: at least half of its words begin with a small letter, or its script has no capitals. Names with
/// their offices, titles and cells of tables are none.
bool is_running_text(std::string_view text);

/// True for text that is a date and nothing more ("Friday, 21 February 2014", "5-6 May 2008", "January 2013",
/// "2012-05-07").
bool is_date_line(std::string_view text);

/// True for text that names a place and nothing more, as title pages do ("Chiang Mai, Thailand").
bool is_place_line(std::string_view text);

/// True where a web or mail address stands in the text.
bool has_address(std::string_view text);

/// How many words (runs of characters between spaces) the text holds.
int count_words(std::string_view text);

/// The last word, without punctuation around it.
std::string_view last_word(std::string_view text);
/// The first word, without punctuation around it.
std::string_view first_word(std::string_view text);

/// The opening bytes of a text without a cut through a character.
std::string_view head(std::string_view text, std::size_t bytes);

}  // namespace rapporteur
