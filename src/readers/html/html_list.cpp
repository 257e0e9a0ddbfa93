#include "readers/html/html_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "support/roman.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::array<std::pair<std::string_view, Marker>, 12> marker_names{{
    {"decimal-leading-zero", Marker::decimal},
    {"decimal", Marker::decimal},
    {"lower-alpha", Marker::letter_lower},
    {"lower-latin", Marker::letter_lower},
    {"upper-alpha", Marker::letter_upper},
    {"upper-latin", Marker::letter_upper},
    {"lower-roman", Marker::roman_lower},
    {"upper-roman", Marker::roman_upper},
    {"disc", Marker::bullet},
    {"circle", Marker::bullet},
    {"square", Marker::bullet},
    {"none", Marker::none},
}};

std::optional<long> integer(std::string_view text) {
    text = trim(text);
    long value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || value > 1000000 || value < -1000000) return std::nullopt;
    return value;
}

/// The "type" attribute: letters stand for styles, and case counts.
std::optional<Marker> typed(std::string_view type) {
    if (type == "1") return Marker::decimal;
    if (type == "a") return Marker::letter_lower;
    if (type == "A") return Marker::letter_upper;
    if (type == "i") return Marker::roman_lower;
    if (type == "I") return Marker::roman_upper;
    return std::nullopt;
}

/// The marker that an inline style names ("list-style-type: lower-alpha").
std::optional<Marker> styled(std::string_view style) {
    const std::size_t at = style.find("list-style");
    if (at == std::string_view::npos) return std::nullopt;
    const std::string value = to_lower(style.substr(at, style.find(';', at) - at));
    for (const auto& [name, marker] : marker_names) {
        if (value.find(name) != std::string::npos) return marker;
    }
    return std::nullopt;
}

std::optional<Marker> marker_of(const HtmlTree& tree, std::size_t node) {
    if (const auto marker = styled(tree.attribute(node, "style"))) return marker;
    return typed(tree.attribute(node, "type"));
}

std::string letters(long value) {
    std::string out;
    for (; value > 0; value = (value - 1) / 26) out.insert(out.begin(), static_cast<char>('a' + (value - 1) % 26));
    return out;
}

/// As CSS Counter Styles have it: what a style cannot express is written in figures.
std::string written(Marker marker, long value) {
    const bool letter = (marker == Marker::letter_lower || marker == Marker::letter_upper) && value > 0;
    const bool numeral = (marker == Marker::roman_lower || marker == Marker::roman_upper) && value > 0 && value < 4000;
    if (!letter && !numeral) return std::to_string(value);
    const std::string low = letter ? letters(value) : roman_numeral(value);
    return marker == Marker::letter_upper || marker == Marker::roman_upper ? to_upper(low) : low;
}

long items_of(const HtmlTree& tree, std::size_t list) {
    long count = 0;
    for (std::size_t i = list + 1; i < tree[list].end; i = tree[i].end) {
        if (tree[i].tag == Tag::list_item) ++count;
    }
    return count;
}

}  // namespace

HtmlList::HtmlList(const HtmlTree& tree, std::size_t list) {
    const bool ordered = tree[list].tag == Tag::ordered_list;
    marker_ = marker_of(tree, list).value_or(ordered ? Marker::decimal : Marker::bullet);
    if (!ordered) return;
    const bool reversed = tree.has_attribute(list, "reversed");
    step_ = reversed ? -1 : 1;
    next_ = integer(tree.attribute(list, "start")).value_or(reversed ? items_of(tree, list) : 1);
}

std::string HtmlList::next_number(const HtmlTree& tree, std::size_t item) {
    if (const auto value = integer(tree.attribute(item, "value"))) next_ = *value;
    const Marker marker = marker_of(tree, item).value_or(marker_);
    const long value = next_;
    next_ += step_;
    if (marker == Marker::bullet || marker == Marker::none) return {};
    return written(marker, value);
}

}  // namespace rapporteur
