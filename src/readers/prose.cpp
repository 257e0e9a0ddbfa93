#include "readers/prose.h"

#include <algorithm>
#include <array>

#include "readers/function_words.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// The text without closing quotes, brackets and asterisks at its end.
std::string_view without_closers(std::string_view text) {
    while (!text.empty()) {
        const CodePoint c = decode_before(text, text.size());
        const bool closer = c.value == U'"' || c.value == U'\'' || c.value == U'”' || c.value == U'’' ||
                            c.value == U'»' || c.value == U')' || c.value == U']' || c.value == U'*' ||
                            c.value == U' ' || c.value == U'›';
        if (!closer) break;
        text.remove_suffix(c.bytes);
    }
    return text;
}

char32_t last_sign(std::string_view text) {
    const std::string_view inner = without_closers(text);
    return inner.empty() ? 0 : decode_before(inner, inner.size()).value;
}

/// The first letter or digit, after quotes and brackets; 0 where something else comes first.
char32_t first_sign(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (is_alpha(c.value) || is_digit(c.value)) return c.value;
        const bool opener = c.value == U'"' || c.value == U'\'' || c.value == U'“' || c.value == U'‘' ||
                            c.value == U'«' || c.value == U'(' || c.value == U'[' || c.value == U'¿' ||
                            c.value == U'¡' || c.value == U' ';
        if (!opener) return 0;
        at += c.bytes;
    }
    return 0;
}

bool is_number(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number_of(std::string_view word) {
    int value = 0;
    for (const char c : word) value = value * 10 + (c - '0');
    return value;
}

}  // namespace

bool ends_sentence(std::string_view text) {
    const char32_t c = last_sign(text);
    return c == U'.' || c == U'!' || c == U'?' || c == U'…' || c == U'。' || c == U'？' || c == U'！' || c == U'؟' ||
           c == U'۔' || c == U'।';
}

bool ends_clause(std::string_view text) {
    const char32_t c = last_sign(text);
    return ends_sentence(text) || c == U':' || c == U';' || c == U'：' || c == U'；' || c == U'؛';
}

bool ends_with_function_word(std::string_view text, std::string_view language) {
    const std::string word = to_lower(last_word(text));
    if (word.empty() || has_address(text.substr(text.rfind(' ') + 1))) return false;
    const char32_t end = decode_before(text, text.size()).value;
    if (word.size() == 1 && is_upper(end) && !is_all_capitals(text)) return false;  // "Option A" names what it ends
    if (!is_alpha(end) && !(end == U'.' && (word == "mr" || word == "ms" || word == "mrs"))) return false;
    for (const FunctionWords& words : function_words()) {
        if (words.language != language) continue;
        return std::find(words.open.begin(), words.open.end(), word) != words.open.end();
    }
    return false;
}

bool ends_open(std::string_view text, std::string_view language) {
    if (text.empty()) return false;
    const char32_t end = decode_before(text, text.size()).value;
    return end == U',' || end == U'-' || end == U'–' || end == U'—' || end == U'(' || end == U'/' || end == U'&' ||
           end == U'“' || ends_with_function_word(text, language);
}

bool starts_low(std::string_view text) { return is_lower(first_sign(text)); }

bool starts_high(std::string_view text) {
    const char32_t c = first_sign(text);
    return c != 0 && !is_lower(c);
}

bool is_running_text(std::string_view text) {
    std::size_t capitals = 0;
    std::size_t others = 0;
    for (const Range& range : words(text)) {
        const char32_t c = decode_at(text, range.begin).value;
        if (is_alpha(c)) ++(is_upper(c) ? capitals : others);
    }
    return others >= capitals;
}

bool is_date_line(std::string_view text) {
    if (text.empty() || text.size() > 60 || text.find_first_of("/:;@") != std::string_view::npos) return false;
    bool year = false;
    bool day = false;
    int other_words = 0;
    for (const Range& range : words(text)) {
        const std::string_view word = text.substr(range.begin, range.size());
        const bool iso = word.size() == 10 && word[4] == '-' && word[7] == '-' && is_number(word.substr(0, 4));
        const bool number = is_number(word);
        if (iso || (number && word.size() == 4 && number_of(word) >= 1800 && number_of(word) < 2200)) {
            year = true;
        } else if (is_number(word.substr(0, 1)) && word.size() <= 5 && (!number || number_of(word) <= 31)) {
            day = true;  // "5", "5-6", "24th"
        } else if (number || count_code_points(word) > 12) {
            return false;
        } else {
            ++other_words;
        }
    }
    return year && other_words <= (day ? 4 : 1);
}

bool is_place_line(std::string_view text) {
    const std::size_t comma = text.find(", ");
    if (comma == std::string_view::npos || comma == 0 || count_words(text) > 5) return false;
    for (const Range& range : words(text)) {
        if (!is_upper(decode_at(text, range.begin).value)) return false;
    }
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return (c >= '0' && c <= '9') || c == ':' || c == '('; });
}

bool has_address(std::string_view text) {
    return text.find("://") != std::string_view::npos || text.find('@') != std::string_view::npos ||
           text.find("www.") != std::string_view::npos;
}

int count_words(std::string_view text) {
    int count = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space && !inside) ++count;
        inside = !space;
    }
    return count;
}

std::string_view last_word(std::string_view text) {
    const std::size_t from = text.size() > 120 ? text.size() - 120 : 0;
    const std::string_view tail = text.substr(from);
    std::size_t end = tail.size();
    while (end > 0) {
        const CodePoint c = decode_before(tail, end);
        if (is_alpha(c.value) || is_digit(c.value)) break;
        end -= c.bytes;
    }
    std::size_t begin = end;
    while (begin > 0) {
        const CodePoint c = decode_before(tail, begin);
        if (!is_alpha(c.value) && !is_digit(c.value)) break;
        begin -= c.bytes;
    }
    return tail.substr(begin, end - begin);
}

std::string_view first_word(std::string_view text) {
    const std::string_view near = head(text, 120);
    std::size_t begin = 0;
    while (begin < near.size() && !is_alpha(decode_at(near, begin).value) && !is_digit(decode_at(near, begin).value)) {
        begin += decode_at(near, begin).bytes;
    }
    std::size_t end = begin;
    while (end < near.size() && (is_alpha(decode_at(near, end).value) || is_digit(decode_at(near, end).value))) {
        end += decode_at(near, end).bytes;
    }
    return near.substr(begin, end - begin);
}

std::string_view head(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
    return text.substr(0, bytes);
}

}  // namespace rapporteur
