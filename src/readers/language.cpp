#include "readers/language.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "readers/function_words.h"
#include "readers/prose.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 16;  // enough to tell; keeps long documents cheap

struct Script {
    std::string_view language;  // of a text written in it, where words do not say more
    char32_t first, last;
};

// Blocks of the Unicode Standard whose script alone says enough.
constexpr std::array scripts{Script{"ar", 0x0600, 0x06FF}, Script{"he", 0x0590, 0x05FF}, Script{"el", 0x0370, 0x03FF},
                             Script{"ja", 0x3040, 0x30FF}, Script{"ko", 0xAC00, 0xD7AF}, Script{"zh", 0x4E00, 0x9FFF},
                             Script{"th", 0x0E00, 0x0E7F}, Script{"hi", 0x0900, 0x097F}, Script{"ru", 0x0400, 0x04FF}};

/// The language of the script that most letters are written in; empty for Latin letters.
std::string_view by_script(std::string_view text) {
    std::array<std::size_t, scripts.size()> counts{};
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        at += c.bytes;
        if (c.value < 0x80) {
            const char32_t low = c.value | 0x20;
            letters += 'a' <= low && low <= 'z' ? 1 : 0;
            continue;
        }
        if (!is_alpha(c.value)) continue;
        ++letters;
        if (c.value < 0x0370) continue;
        for (std::size_t i = 0; i < scripts.size(); ++i) {
            if (scripts[i].first <= c.value && c.value <= scripts[i].last) ++counts[i];
        }
    }
    constexpr std::size_t japanese = 3;
    constexpr std::size_t chinese = 5;
    if (counts[japanese] * 5 > counts[chinese]) counts[japanese] += counts[chinese];
    const auto most = std::max_element(counts.begin(), counts.end());
    return *most * 2 > letters ? scripts[static_cast<std::size_t>(most - counts.begin())].language : std::string_view();
}

/// Addresses speak no language.
std::string without_addresses(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n\t", at), text.size());
        if (!has_address(text.substr(at, end - at))) out += text.substr(at, end - at);
        out += ' ';
        at = end + 1;
    }
    return out;
}

}  // namespace

std::string language_of(std::string_view text) {
    text = head(text, most_bytes);
    const std::string_view script = by_script(text);
    if (!script.empty()) return std::string(script);
    std::unordered_map<std::string_view, std::size_t> counts;  // only looked up: its order is never seen
    std::size_t total = 0;
    const std::string lower = to_lower(without_addresses(text));
    for (const Range& word : words(lower)) {
        ++total;
        // Letters alone are bullets, initials or halves of the day ("o", "A.", "a.m.") as often as words.
        if (word.size() > 1) ++counts[std::string_view(lower).substr(word.begin, word.size())];
    }
    std::string_view best;
    std::size_t most = 0;
    for (const FunctionWords& language : function_words()) {
        std::size_t score = 0;
        for (const auto& list : {language.common, language.calendar}) {
            for (const std::string_view word : list) {
                const auto found = counts.find(word);
                if (found != counts.end()) score += found->second;
            }
        }
        if (score > most) {
            most = score;
            best = language.language;
        }
    }
    return most >= 3 && most * 25 > total ? std::string(best) : std::string();
}

}  // namespace rapporteur
