#include "readers/label.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "support/roman.h"
#include "support/script.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 20> bullets{"-", "–", "—", "•", "·", "◦", "▪",      "■",      "●", "○",
                                                   "*", "+", "‣", "∙", "❖", "➢", "\uF0B7", "\uF0A7", "¨", "□"};

bool digit(char c) { return c >= '0' && c <= '9'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }

std::size_t skip_space(std::string_view line, std::size_t at) {
    while (at < line.size()) {
        const CodePoint c = decode_at(line, at);
        if (!is_space(c.value)) break;
        at += c.bytes;
    }
    return at;
}

std::size_t digits_end(std::string_view line, std::size_t at) {
    while (at < line.size() && digit(line[at])) ++at;
    return at;
}

std::size_t letters_end(std::string_view line, std::size_t at) {
    while (at < line.size() && (lower(line[at]) || upper(line[at]))) ++at;
    return at;
}

/// True where `at` is the end of the line or a space.
bool ends_word(std::string_view line, std::size_t at) { return at >= line.size() || skip_space(line, at) > at; }

/// The style of a bare numeral or letter ("iv", "B"), or nothing; `both` is set where it could be read either way.
std::optional<LabelStyle> letter_style(std::string_view name, bool& both) {
    if (name.empty() || name.size() > 7) return std::nullopt;
    const bool capitals = std::all_of(name.begin(), name.end(), upper);
    if (!capitals && !std::all_of(name.begin(), name.end(), lower)) return std::nullopt;
    const bool numeral = roman_value(name) > 0;
    const bool letter = name.size() == 1 || (name.size() == 2 && name[0] == name[1]);
    both = numeral && letter;
    const bool first_choice_roman = numeral && (name.size() > 1 || name == "i" || name == "I" || name == "v" ||
                                                name == "V" || name == "x" || name == "X");
    if (first_choice_roman) return capitals ? LabelStyle::roman_upper : LabelStyle::roman_lower;
    if (letter) return capitals ? LabelStyle::letter_upper : LabelStyle::letter_lower;
    if (numeral) return capitals ? LabelStyle::roman_upper : LabelStyle::roman_lower;
    return std::nullopt;
}

Label finished(std::string_view line, Label label, std::size_t end) {
    label.text = std::string(line.substr(0, end));
    label.length = skip_space(line, end);
    return label;
}

/// What must hold of the text after a decimal for the decimal to be a label.
bool opens_text(std::string_view rest) {
    if (rest.empty()) return true;
    const char32_t c = decode_at(rest, 0).value;
    return is_alpha(c) || c == U'"' || c == U'“' || c == U'«' || c == U'‘' || c == U'\'' || c == U'(' || c == U'[' ||
           c == U'*' || c == U'_' || c == U'…' || c == U'¿' || c == U'¡' || c == U'<' || c == U'#' || c == U'@' ||
           c == U'~' || c == U'`';
}

/// "(a)", "(12)", "(iv)".
std::optional<Label> bracketed_label(std::string_view line) {
    if (line.size() < 3 || line[0] != '(') return std::nullopt;
    const std::size_t end = digit(line[1]) ? digits_end(line, 1) : letters_end(line, 1);
    if (end == 1 || end >= line.size() || line[end] != ')' || !ends_word(line, end + 1)) return std::nullopt;
    Label label;
    label.number = std::string(line.substr(1, end - 1));
    label.bracketed = true;
    if (digit(line[1])) {
        if (label.number.size() > 3 || !opens_text(line.substr(skip_space(line, end + 1)))) return std::nullopt;
        label.style = LabelStyle::decimal;
    } else {
        const auto style = letter_style(label.number, label.may_be_other);
        if (!style) return std::nullopt;
        label.style = *style;
    }
    return finished(line, label, end + 1);
}

/// "a)", "IV.", "B.".
std::optional<Label> lettered_label(std::string_view line) {
    const std::size_t end = letters_end(line, 0);
    if (end == 0 || end >= line.size() || (line[end] != '.' && line[end] != ')')) return std::nullopt;
    if (!ends_word(line, end + 1)) return std::nullopt;
    Label label;
    label.number = std::string(line.substr(0, end));
    label.bracketed = line[end] == ')';
    const auto style = letter_style(label.number, label.may_be_other);
    if (!style) return std::nullopt;
    label.style = *style;
    const std::size_t next = skip_space(line, end + 1);
    const bool initials = line[end] == '.' && end == 1 && next + 1 < line.size() && upper(line[next]) &&
                          (line[next + 1] == '.' || line[next + 1] == ' ') &&
                          !(label.number == "I" || label.number == "A");
    const bool abbreviation = line[end] == '.' && lower(line[0]) && end > 1 && *style != LabelStyle::roman_lower;
    if (initials || abbreviation) return std::nullopt;
    return finished(line, label, end + 1);
}

/// The end of bracketed sub-paragraphs after a number: " (a)", "(b)(ii)"; `at` where none follow.
std::size_t sub_paragraphs_end(std::string_view line, std::size_t at) {
    for (int count = 0; count < 3; ++count) {
        const bool spaced = at < line.size() && line[at] == ' ';
        const std::size_t open = spaced ? at + 1 : at;
        if (open + 2 >= line.size() || line[open] != '(') break;
        const std::size_t close =
            digit(line[open + 1]) && !spaced ? digits_end(line, open + 1) : letters_end(line, open + 1);
        if (close == open + 1 || close - open > 5 || close >= line.size() || line[close] != ')') break;
        at = close + 1;
    }
    return at;
}

/// "USD", "EUR" and nothing else: what stands before it is an amount.
bool is_currency(std::string_view text) {
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return upper(c); });
}

/// The stroke after a paragraph's number in Arabic documents of the United Nations: "29- " before Arabic.
bool is_arabic_stroke(std::string_view line, std::size_t at) {
    const std::size_t next = skip_space(line, at + 1);
    return line[at] == '-' && next > at + 1 && next < line.size() &&
           language_of_script(decode_at(line, next).value) == "ar";
}

/// "29.", "138.12", "4.1.2.", "5)", "36/5.", "3 (a)", "29-" before Arabic.
std::optional<Label> numbered_label(std::string_view line) {
    std::size_t end = digits_end(line, 0);
    if (end == 0 || end > 4) return std::nullopt;
    Label label;
    label.style = LabelStyle::decimal;
    if (end + 1 < line.size() && line[end] == '/' && digit(line[end + 1])) {
        end = digits_end(line, end + 1);
        label.style = LabelStyle::resolution;
    }
    while (end + 1 < line.size() && line[end] == '.' && digit(line[end + 1])) {
        end = digits_end(line, end + 1);
        ++label.parts;
    }
    label.number = std::string(line.substr(0, end));
    bool closed = false;
    if (end < line.size() && (line[end] == '.' || line[end] == ')' || is_arabic_stroke(line, end))) {
        label.bracketed = line[end] == ')';
        closed = true;
        ++end;
    }
    const std::size_t sub_end = label.style == LabelStyle::decimal ? sub_paragraphs_end(line, end) : end;
    if (sub_end > end) {
        label.style = LabelStyle::compound;
        label.number = std::string(line.substr(0, sub_end));
        std::erase_if(label.number, [](char c) { return c == ' ' || c == '.'; });
        end = sub_end;
    }
    if (!ends_word(line, end)) return std::nullopt;
    const std::size_t next = skip_space(line, end);
    const std::string_view rest = line.substr(next);
    const bool tabbed = line.substr(end, next - end).find('\t') != std::string_view::npos;
    const bool strong = closed || label.style == LabelStyle::compound || tabbed;
    if (!opens_text(rest) || (rest.empty() && !closed) || (label.parts > 1 && is_currency(rest))) return std::nullopt;
    if (!strong && (label.parts < 2 || label.style == LabelStyle::resolution || !is_upper(decode_at(rest, 0).value)))
        return std::nullopt;
    return finished(line, label, end);
}

std::optional<Label> bullet_label(std::string_view line) {
    for (const std::string_view bullet : bullets) {
        if (!line.starts_with(bullet) || !ends_word(line, bullet.size())) continue;
        Label label;
        label.bulleted = true;
        return finished(line, label, bullet.size());
    }
    return std::nullopt;
}

}  // namespace

std::optional<Label> label_at(std::string_view line) {
    const auto plain_label = [](std::string_view text) {
        if (auto label = bracketed_label(text)) return label;
        if (auto label = numbered_label(text)) return label;
        return lettered_label(text);
    };
    auto bullet = bullet_label(line);
    if (!bullet) return plain_label(line);
    auto inner = plain_label(line.substr(bullet->length));
    if (!inner) return bullet;
    inner->bulleted = true;
    inner->text = bullet->text + " " + inner->text;
    inner->length += bullet->length;
    return inner;
}

LabelStyle other_reading(LabelStyle style) {
    switch (style) {
        case LabelStyle::roman_lower:
            return LabelStyle::letter_lower;
        case LabelStyle::letter_lower:
            return LabelStyle::roman_lower;
        case LabelStyle::roman_upper:
            return LabelStyle::letter_upper;
        case LabelStyle::letter_upper:
            return LabelStyle::roman_upper;
        default:
            return style;
    }
}

int value_of(const Label& label, LabelStyle read_as) {
    const std::string& number = label.number;
    if (number.empty()) return 0;
    switch (read_as) {
        case LabelStyle::roman_upper:
        case LabelStyle::roman_lower:
            return roman_value(number);
        case LabelStyle::letter_upper:
        case LabelStyle::letter_lower:
            return (number[0] | 0x20) - 'a' + 1 + (number.size() == 2 ? 26 : 0);
        case LabelStyle::decimal: {
            const std::size_t dot = number.rfind('.');
            const std::size_t from = dot == std::string::npos ? 0 : dot + 1;
            int value = 0;
            std::from_chars(number.data() + from, number.data() + number.size(), value);
            return value;
        }
        default:
            return 0;
    }
}

}  // namespace rapporteur
