#include "store/statement_words.h"

#include <set>
#include <vector>

#include "extract/stemmer.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Those that Snowball stems and meetings write; a search does not say in which it is.
constexpr std::string_view languages[] = {"en", "fr", "es", "ru", "ar", ""};

/// Ideographs, kana and Thai are written without spaces between words.
bool stands_alone(char32_t c) {
    return (c >= 0x0E00 && c <= 0x0E7F) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

std::string apart(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const std::string_view bytes = text.substr(at, point.bytes);
        if (stands_alone(point.value)) {
            out.append(" ").append(bytes).append(" ");
        } else {
            out.append(bytes);
        }
        at += point.bytes;
    }
    return out;
}

/// Letters, digits and spaces only: what else is in a stem would be an operator to FTS5.
std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const bool keep = is_alpha(point.value) || is_digit(point.value);
        out.append(keep ? text.substr(at, point.bytes) : std::string_view(" "));
        at += point.bytes;
    }
    return collapse_space(out);
}

std::string stems_with(const Stemmer& stemmer, std::string_view text) {
    std::string out;
    for (const std::string& stem : stemmer.stems(apart(text))) {
        const std::string word = plain(fold(stem));
        if (!word.empty()) out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

/// What stands between quotation marks, and every word outside them.
std::vector<std::string_view> terms_of(std::string_view wanted) {
    std::vector<std::string_view> out;
    bool quoted = false;
    for (const std::string_view piece : split(wanted, '"')) {
        if (quoted) {
            out.push_back(piece);
        } else {
            for (const Range& word : words(piece)) out.push_back(piece.substr(word.begin, word.size()));
        }
        quoted = !quoted;
    }
    return out;
}

}  // namespace

std::string search_stems(std::string_view text, std::string_view language) {
    return stems_with(Stemmer(language), text);
}

std::string search_expression(std::string_view wanted) {
    std::vector<Stemmer> stemmers;
    for (const std::string_view language : languages) stemmers.emplace_back(language);
    std::string out;
    for (const std::string_view term : terms_of(wanted)) {
        std::set<std::string> forms;
        for (const Stemmer& stemmer : stemmers) forms.insert(stems_with(stemmer, term));
        forms.erase("");
        if (forms.empty()) continue;
        std::string choice;
        for (const std::string& form : forms) choice += (choice.empty() ? "\"" : " OR \"") + form + "\"";
        out += (out.empty() ? "(" : " AND (") + choice + ")";
    }
    return out;
}

}  // namespace rapporteur
