#include "store/comparable.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 26> function_words{
    "a",   "about", "an", "and", "as", "at",  "between", "by", "concerning", "for", "from", "held",   "in",
    "its", "of",    "on", "or",  "to", "the", "under",   "up", "upon",       "via", "with", "within", "regarding"};

constexpr std::array<std::string_view, 19> small_ordinals{
    "first",     "second",    "third",       "fourth",     "fifth",     "sixth",      "seventh",
    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};

constexpr std::array<std::string_view, 8> tens{"twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"};

constexpr std::array<std::string_view, 4> ordinal_endings{"st", "nd", "rd", "th"};

int small_ordinal(std::string_view word) {
    const auto found = std::find(small_ordinals.begin(), small_ordinals.end(), word);
    return found == small_ordinals.end() ? 0 : static_cast<int>(found - small_ordinals.begin()) + 1;
}

/// "twentieth", "sixty-eighth".
int large_ordinal(std::string_view word) {
    for (std::size_t i = 0; i < tens.size(); ++i) {
        if (!word.starts_with(tens[i])) continue;
        const std::string_view rest = word.substr(tens[i].size());
        const int value = static_cast<int>(i + 2) * 10;
        if (rest == "ieth") return value;
        if (!rest.starts_with("y-")) continue;
        const int unit = small_ordinal(rest.substr(2));
        if (unit >= 1 && unit <= 9) return value + unit;
    }
    return word == "hundredth" ? 100 : 0;
}

int figures(std::string_view word) {
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || value <= 0) return 0;
    const std::string_view rest(end, static_cast<std::size_t>(word.data() + word.size() - end));
    const bool ordinal = std::find(ordinal_endings.begin(), ordinal_endings.end(), rest) != ordinal_endings.end();
    return rest.empty() || ordinal ? value : 0;
}

struct RomanNumeral {
    std::string_view letters;
    int value;
};

constexpr std::array<RomanNumeral, 9> roman_numerals{
    {{"c", 100}, {"xc", 90}, {"l", 50}, {"xl", 40}, {"x", 10}, {"ix", 9}, {"v", 5}, {"iv", 4}, {"i", 1}}};

/// The value of a numeral up to 399; 0 for letters that are none ("civil").
int roman(std::string_view word) {
    int value = 0;
    for (const RomanNumeral& numeral : roman_numerals) {
        const int most = numeral.letters.size() == 1 && numeral.value != 50 && numeral.value != 5 ? 3 : 1;
        for (int i = 0; i < most && word.starts_with(numeral.letters); ++i) {
            value += numeral.value;
            word.remove_prefix(numeral.letters.size());
        }
    }
    return word.empty() ? value : 0;
}

std::string without_item_word(std::string folded) {
    for (const std::string_view word : {"agenda item", "item", "point"}) {
        if (folded.starts_with(word)) return std::string(trim(std::string_view(folded).substr(word.size())));
    }
    return folded;
}

}  // namespace

std::vector<std::string> comparable_words(std::string_view text) {
    const std::string folded = fold(text);
    std::vector<std::string> out;
    for (const Range& range : words(folded)) {
        std::string_view word = std::string_view(folded).substr(range.begin, range.size());
        if (word.ends_with("'s")) word.remove_suffix(2);
        for (const std::string_view part : split(word, '-')) {
            if (!part.empty()) out.emplace_back(part);
        }
    }
    return out;
}

std::string singular(std::string word) {
    if (word.size() < 4 || !word.ends_with('s') || word.ends_with("ss") || word.ends_with("us")) return word;
    if (word.ends_with("ies")) return word.replace(word.size() - 3, 3, "y");
    word.pop_back();
    return word;
}

bool is_function_word(std::string_view word) {
    return std::find(function_words.begin(), function_words.end(), word) != function_words.end();
}

std::vector<std::string> content_words(std::string_view text) {
    std::vector<std::string> out;
    for (std::string& word : comparable_words(text)) {
        if (!is_function_word(word)) out.push_back(singular(std::move(word)));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    const std::size_t all = a.size() + b.size() - shared.size();
    return all == 0 ? 0 : static_cast<double>(shared.size()) / static_cast<double>(all);
}

bool holds_all(const std::vector<std::string>& larger, const std::vector<std::string>& smaller) {
    return std::includes(larger.begin(), larger.end(), smaller.begin(), smaller.end());
}

int ordinal_of(std::string_view word) {
    if (const int value = figures(word)) return value;
    if (const int value = small_ordinal(word)) return value;
    if (const int value = large_ordinal(word)) return value;
    return word.size() > 1 ? roman(word) : 0;
}

std::string comparable_number(std::string_view printed) {
    const std::string bare = without_item_word(fold(trim(printed)));
    std::string out;
    for (const char c : bare) {
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) out += c;
        if (c == '.' && !out.empty()) out += c;
    }
    while (out.ends_with('.')) out.pop_back();
    const int value = out.empty() ? 0 : roman(out);
    return value > 0 ? std::to_string(value) : out;
}

}  // namespace rapporteur
