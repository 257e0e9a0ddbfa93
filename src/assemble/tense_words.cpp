#include "assemble/tense_words.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "support/language_tag.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Words that tell a tense, folded, whole. A language is one more block of rows.
struct TensePhrase {
    std::string_view language;
    Tense tense;
    std::string_view words;
};

constexpr TensePhrase tense_phrases[] = {
    {"en", Tense::future, "will"},        {"en", Tense::future, "would"},         {"en", Tense::future, "shall"},
    {"en", Tense::future, "should"},      {"en", Tense::future, "is to"},         {"en", Tense::future, "are to"},
    {"en", Tense::future, "was to"},      {"en", Tense::future, "were to"},       {"en", Tense::future, "to be held"},
    {"en", Tense::future, "hoped"},       {"en", Tense::future, "expected"},      {"en", Tense::future, "scheduled"},
    {"en", Tense::future, "planned"},     {"en", Tense::future, "foreseen"},      {"en", Tense::future, "upcoming"},
    {"en", Tense::future, "forthcoming"}, {"en", Tense::future, "deadline"},      {"en", Tense::past, "took place"},
    {"en", Tense::past, "was held"},      {"en", Tense::past, "were held"},       {"en", Tense::past, "was convened"},
    {"en", Tense::past, "was organized"}, {"en", Tense::past, "was established"}, {"en", Tense::past, "was launched"},
    {"en", Tense::past, "was adopted"},   {"fr", Tense::future, "sera"},          {"fr", Tense::future, "seront"},
    {"fr", Tense::future, "serait"},      {"fr", Tense::future, "seraient"},      {"fr", Tense::future, "aura"},
    {"fr", Tense::future, "auront"},      {"fr", Tense::future, "devrait"},       {"fr", Tense::future, "devraient"},
    {"fr", Tense::future, "doit"},        {"fr", Tense::future, "doivent"},       {"fr", Tense::future, "prevu"},
    {"fr", Tense::future, "prevue"},      {"fr", Tense::future, "prevus"},        {"fr", Tense::future, "prevues"},
    {"fr", Tense::future, "attendu"},     {"fr", Tense::future, "attendue"},      {"fr", Tense::future, "espere"},
    {"fr", Tense::future, "prochain"},    {"fr", Tense::future, "prochaine"},     {"fr", Tense::past, "a eu lieu"},
    {"fr", Tense::past, "ont eu lieu"},   {"fr", Tense::past, "s'est tenu"},      {"fr", Tense::past, "s'est tenue"},
    {"fr", Tense::past, "s'est reuni"},   {"fr", Tense::past, "s'est reunie"},    {"ar", Tense::future, "سوف"},
    {"ar", Tense::future, "سيعقد"},       {"ar", Tense::future, "ستعقد"},         {"ar", Tense::future, "سيتم"},
    {"ar", Tense::future, "من المقرر"},   {"ar", Tense::future, "المقرر عقده"},   {"ar", Tense::future, "المقرر عقدها"},
    {"ar", Tense::future, "من المتوقع"},  {"ar", Tense::future, "ينبغي"},         {"ar", Tense::past, "عقد"},
    {"ar", Tense::past, "عقدت"},          {"ar", Tense::past, "انعقد"},           {"ar", Tense::past, "انعقدت"},
};

bool is_letter_byte(char c) { return static_cast<unsigned char>(c) >= 0x80 || is_alpha(c) || is_digit(c); }

bool holds_whole(std::string_view text, std::string_view words) {
    for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        if ((at == 0 || !is_letter_byte(text[at - 1])) && (end == text.size() || !is_letter_byte(text[end])))
            return true;
    }
    return false;
}

}  // namespace

Tense tense_of(std::string_view sentence, std::string_view language) {
    const std::string folded = fold(sentence);
    for (const Tense tense : {Tense::future, Tense::past}) {
        const auto tells = [&](const TensePhrase& phrase) {
            return phrase.tense == tense && phrase.language == primary_language(language) &&
                   holds_whole(folded, phrase.words);
        };
        if (std::any_of(std::begin(tense_phrases), std::end(tense_phrases), tells)) return tense;
    }
    return Tense::not_told;
}

}  // namespace rapporteur
