#include "readers/note_marks.h"

#include <algorithm>
#include <array>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 10> superscripts{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

bool is_unit(std::string_view text) {
    constexpr std::array<std::string_view, 8> units{"m", "km", "cm", "mm", "dm", "ft", "mi", "in"};
    std::size_t begin = text.size();
    while (begin > 0 && is_alpha(decode_before(text, begin).value)) begin -= decode_before(text, begin).bytes;
    const std::string_view word = text.substr(begin);
    const std::string_view before = trim(text.substr(0, begin));
    const bool counted =
        !before.empty() && (is_digit(decode_before(before, before.size()).value) || before.ends_with('/') ||
                            before.ends_with("per") || before.ends_with("square"));
    return counted && std::find(units.begin(), units.end(), word) != units.end();
}

}  // namespace

bool is_note_mark(std::string_view before, const std::string& digits, const NoteMarks& notes) {
    if (before.empty() || ((digits == "2" || digits == "3") && is_unit(before))) return false;
    if (notes.contains(digits)) return true;
    const char32_t last = decode_before(before, before.size()).value;
    return !is_digit(last) && last != U' ' && last != U'-' && last != U'−';
}

void remove_note_marks(Draft& draft, const NoteMarks& notes) {
    std::vector<Range> marks;
    const std::string_view text = draft.text;
    const auto may_begin = [](char c) { return c == '[' || c == '\xC2' || c == '\xE2'; };
    for (std::size_t at = 0; at < text.size();) {
        if (!may_begin(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        const std::string digits = superscript_at(text, at, end);
        if (!digits.empty() && is_note_mark(text.substr(0, at), digits, notes)) {
            marks.push_back({at, end});
        } else if (text.substr(at).starts_with("[^")) {
            const std::size_t close = text.substr(0, std::min(text.size(), at + 24)).find(']', at);
            if (close != std::string_view::npos && notes.contains(std::string(text.substr(at + 2, close - at - 2)))) {
                end = close + 1;
                marks.push_back({at, end});
            }
        }
        at = std::max(end, at + decode_at(text, at).bytes);
    }
    for (Range& mark : marks) {
        const bool spaced = mark.begin > 0 && text[mark.begin - 1] == ' ';
        const bool closed =
            mark.end == text.size() || std::string_view(" .,;:)").find(text[mark.end]) != std::string_view::npos;
        if (spaced && closed) --mark.begin;
    }
    cut_out(draft, marks);
}

std::string superscript_at(std::string_view text, std::size_t at, std::size_t& end) {
    std::string out;
    while (true) {
        const auto found = std::find_if(superscripts.begin(), superscripts.end(), [&](std::string_view digit) {
            return at < text.size() && text.substr(at).starts_with(digit);
        });
        if (found == superscripts.end()) break;
        out += static_cast<char>('0' + (found - superscripts.begin()));
        at += found->size();
    }
    end = at;
    return out;
}

}  // namespace rapporteur
