#include "writers/docx/docx_label.h"

#include <algorithm>

#include "support/roman.h"
#include "support/text.h"

namespace rapporteur {
namespace {

bool is_digit_char(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
char small(char c) { return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }

// The counter inside a label: the one run of digits or of letters of one case.
std::pair<std::size_t, std::size_t> counter_range(const std::string& label) {
    const auto alike = [](char first) {
        return is_digit_char(first) ? is_digit_char : is_small(first) ? is_small : is_capital;
    };
    const auto counts = [](char c) { return is_digit_char(c) || is_small(c) || is_capital(c); };
    const auto begin = std::find_if(label.begin(), label.end(), counts);
    if (begin == label.end()) return {label.size(), label.size()};
    const auto end = std::find_if_not(begin, label.end(), alike(*begin));
    if (std::any_of(end, label.end(), counts)) return {label.size(), label.size()};
    return {static_cast<std::size_t>(begin - label.begin()), static_cast<std::size_t>(end - label.begin())};
}

void read_counter(ListLabel& read, const std::string& counter, bool prefer_roman) {
    if (counter.size() > 8) return;
    if (is_digit_char(counter[0])) {
        if (counter[0] == '0' || counter.size() > 4) return;
        read.number = std::stoi(counter);
        read.format = "decimal";
        return;
    }
    const std::string letter_case = is_small(counter[0]) ? "lower" : "upper";
    const int value = roman_value(counter);
    if (value > 0 && (prefer_roman || counter.size() > 1)) {
        read.number = value;
        read.format = letter_case + "Roman";
    } else if (counter.size() == 1) {
        read.number = small(counter[0]) - 'a' + 1;
        read.format = letter_case + "Letter";
    }
}

}  // namespace

ListLabel read_label(const std::string& label, bool roman) {
    ListLabel read;
    const auto [begin, end] = counter_range(label);
    if (begin == end) return read;
    read_counter(read, label.substr(begin, end - begin), roman);
    read.before = label.substr(0, begin);
    read.after = label.substr(end);
    return read;
}

bool begins_roman(const std::string& label) {
    const auto [begin, end] = counter_range(label);
    return end == begin + 1 && small(label[begin]) == 'i';
}

bool is_symbol(const std::string& label) {
    return count_code_points(label) == 1 && counter_range(label).first == label.size();
}

}  // namespace rapporteur
