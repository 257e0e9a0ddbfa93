#include "extract/item_number.h"

#include <algorithm>
#include <string>

namespace rapporteur {
namespace {

constexpr int most_value = 999;
constexpr std::size_t longest_number = 24;
constexpr int widest_gap = 15;    // between two numbers of one list, for items that were not read
constexpr int widest_start = 60;  // with which a list at hand may begin

bool is_figure(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_large(char c) { return c >= 'A' && c <= 'Z'; }

int roman_figure(char c) {
    switch (c) {
        case 'I':
            return 1;
        case 'V':
            return 5;
        case 'X':
            return 10;
        case 'L':
            return 50;
        case 'C':
            return 100;
        default:
            return 0;
    }
}

/// The value of a Roman numeral in capitals, 0 where it is none or not written in the usual way.
int roman(std::string_view text) {
    int value = 0, run = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int here = roman_figure(text[i]);
        const int next = i + 1 < text.size() ? roman_figure(text[i + 1]) : 0;
        run = i > 0 && text[i] == text[i - 1] ? run + 1 : 1;
        if (here == 0 || run > 3 || (next > here && next > 10 * here)) return 0;
        value += next > here ? -here : here;
    }
    return value;
}

/// "10", "10.2", "2-1", "3(a)", "156 (a)"; no parts where the text is something else.
ItemNumber decimal(std::string_view text) {
    ItemNumber number;
    std::size_t at = 0;
    while (at < text.size() && is_figure(text[at])) {
        int value = 0;
        while (at < text.size() && is_figure(text[at]))
            value = std::min(most_value + 1, value * 10 + (text[at++] - '0'));
        number.parts.push_back(value);
        if (at + 1 < text.size() && (text[at] == '.' || text[at] == '-') && is_figure(text[at + 1])) {
            ++at;
        } else {
            break;
        }
    }
    while (at < text.size() && text[at] == ' ') ++at;
    if (at + 2 < text.size() && text[at] == '(' && is_small(text[at + 1]) && text[at + 2] == ')') {
        number.parts.push_back(text[at + 1] - 'a' + 1);
        number.lettered = true;
        at += 3;
    }
    const bool fits = std::all_of(number.parts.begin(), number.parts.end(), [](int v) { return v <= most_value; });
    return at == text.size() && fits ? number : ItemNumber{};
}

/// "32/041", "FC/32/7", "41/2032": what is no year counts; 0 where the text is something else.
int yearly(std::string_view text) {
    while (!text.empty() && (is_large(text.front()) || text.front() == ' ' || text.front() == '/'))
        text.remove_prefix(1);
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return 0;
    const std::string_view before = text.substr(0, slash), behind = text.substr(slash + 1);
    const auto figures = [](std::string_view part) {
        return !part.empty() && part.size() <= 4 && std::all_of(part.begin(), part.end(), is_figure);
    };
    if (!figures(before) || !figures(behind)) return 0;
    const bool year_behind = behind.size() == 4 || (behind.size() == 2 && before.size() == 3);
    int value = 0;
    for (const char c : year_behind ? before : behind) value = 10 * value + (c - '0');
    return value;
}

}  // namespace

std::vector<ItemNumber> read_item_number(std::string_view printed) {
    if (printed.empty() || printed.size() > longest_number) return {};
    if (printed.find('/') != std::string_view::npos) {
        const int value = yearly(printed);
        return value == 0 ? std::vector<ItemNumber>{} : std::vector<ItemNumber>{{NumberStyle::yearly, {value}, false}};
    }
    if (is_figure(printed.front())) {
        ItemNumber number = decimal(printed);
        return number.parts.empty() ? std::vector<ItemNumber>{} : std::vector<ItemNumber>{std::move(number)};
    }
    std::string text;
    for (const char c : printed) {
        if (c != '(' && c != ')') text += c;
    }
    std::vector<ItemNumber> ways;
    if (!text.empty() && std::all_of(text.begin(), text.end(), is_large)) {
        if (const int value = roman(text)) ways.push_back({NumberStyle::roman, {value}, false});
        if (text.size() == 1) ways.push_back({NumberStyle::letter_upper, {text[0] - 'A' + 1}, false});
    } else if (!text.empty() && std::all_of(text.begin(), text.end(), is_small)) {
        std::string upper;
        for (const char c : text) upper += static_cast<char>(c - 'a' + 'A');
        if (const int value = roman(upper)) ways.push_back({NumberStyle::roman_lower, {value}, false});
        if (text.size() == 1) ways.push_back({NumberStyle::letter_lower, {text[0] - 'a' + 1}, false});
    }
    return ways;
}

NumberSequence::Place NumberSequence::push(const ItemNumber& number, std::size_t item) {
    Place place;
    place.depth = open_.size();
    if (!open_.empty()) place.parent = open_.back().item;
    open_.push_back({number, item});
    last_values_[number.style] = number.value();
    return place;
}

/// The next number of a list that is open: "IV" after "III", with a gap at most.
std::optional<NumberSequence::Place> NumberSequence::goes_on(const ItemNumber& number, std::size_t item) {
    for (std::size_t depth = open_.size(); depth-- > 0;) {
        const ItemNumber& above = open_[depth].number;
        if (above.style != number.style || above.parts.size() != number.parts.size()) continue;
        if (number.value() <= above.value() || number.value() > above.value() + widest_gap) return std::nullopt;
        open_.resize(depth);
        return push(number, item);
    }
    return std::nullopt;
}

/// The first number of a list below the last item, or one that goes on where a list below another item ended.
std::optional<NumberSequence::Place> NumberSequence::goes_below(const ItemNumber& number, std::size_t item) {
    const bool known = std::any_of(open_.begin(), open_.end(), [&](const Open& open) {
        return open.number.style == number.style && open.number.parts.size() == number.parts.size();
    });
    if (known) return std::nullopt;
    const auto last = last_values_.find(number.style);
    const bool follows = last != last_values_.end() && number.value() == last->second + 1;
    if (!open_.empty() && number.value() != 1 && !follows) return std::nullopt;
    if (open_.empty() && number.style != NumberStyle::yearly && number.value() > widest_start) return std::nullopt;
    return push(number, item);
}

/// "4" after "3 (b)" whose "3" is not there.
std::optional<NumberSequence::Place> NumberSequence::goes_on_above(const ItemNumber& number, std::size_t item) {
    if (open_.empty() || number.style != NumberStyle::decimal || number.parts.size() != 1) return std::nullopt;
    const ItemNumber& above = open_.front().number;
    if (above.style != NumberStyle::decimal || above.parts.size() < 2) return std::nullopt;
    const int first = above.parts.front();
    if (number.value() <= first || number.value() > first + widest_gap) return std::nullopt;
    open_.clear();
    return push(number, item);
}

/// "10.2" stands under "10", "3(a)" under "3"; where that is not there, under none.
std::optional<NumberSequence::Place> NumberSequence::take_decimal(const ItemNumber& number, std::size_t item) {
    const std::vector<int> prefix(number.parts.begin(), number.parts.end() - 1);
    for (std::size_t depth = open_.size(); depth-- > 0;) {
        const ItemNumber& above = open_[depth].number;
        if (above.style != NumberStyle::decimal) continue;
        if (above.parts == prefix) {
            open_.resize(depth + 1);
            return push(number, item);
        }
        if (std::lexicographical_compare(number.parts.begin(), number.parts.end(), above.parts.begin(),
                                         above.parts.end())) {
            return std::nullopt;
        }
    }
    open_.clear();
    return push(number, item);
}

std::optional<NumberSequence::Place> NumberSequence::take(std::string_view printed, std::size_t item,
                                                          bool may_restart) {
    const auto ways = read_item_number(printed);
    for (const ItemNumber& way : ways) {  // "I" after "H" is a letter, whatever else it may be
        const auto last = last_values_.find(way.style);
        const bool next = last != last_values_.end() && way.value() == last->second + 1 && way.parts.size() == 1;
        if (!next) continue;
        if (auto place = goes_on(way, item)) return place;
    }
    for (const ItemNumber& way : ways) {
        if (way.parts.size() > 1) {
            if (auto place = take_decimal(way, item)) return place;
            continue;
        }
        if (auto place = goes_on(way, item)) return place;
        if (auto place = goes_below(way, item)) return place;
    }
    for (const ItemNumber& way : ways) {
        if (auto place = goes_on_above(way, item)) return place;
    }
    for (const ItemNumber& way : ways) {
        if (!may_restart || way.parts.front() != 1) continue;
        open_.clear();
        last_values_.clear();
        Place place = push(way, item);
        place.restarts = true;
        return place;
    }
    return std::nullopt;
}

}  // namespace rapporteur
