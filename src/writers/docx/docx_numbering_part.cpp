#include "writers/docx/docx_numbering_part.h"

#include <algorithm>
#include <charconv>

#include "support/roman.h"
#include "support/text.h"
#include "writers/docx/docx_look.h"
#include "writers/docx/docx_xml.h"

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

// Labels that begin with "i" count in roman numerals.
bool counts_in_roman(const List& list) {
    const std::string& label = list.items.front().label;
    const auto [begin, end] = counter_range(label);
    return end == begin + 1 && small(label[begin]) == 'i';
}

// One character that is no counter: a dash, a bullet.
bool is_symbol(const std::string& label) {
    return count_code_points(label) == 1 && counter_range(label).first == label.size();
}

ListLabel label_of(const List::Item& item, bool ordered, int next, bool roman) {
    if (item.label.empty()) return ordered ? ListLabel{"", ".", "decimal", next} : ListLabel{"–", "", "bullet", 1};
    if (item.label.find('%') != std::string::npos) return {};  // stands for the number in Word's patterns
    return is_symbol(item.label) ? ListLabel{item.label, "", "bullet", 1} : read_label(item.label, roman);
}

std::string level_xml(const Style& style, const std::string& format, const std::string& text) {
    const double hang = format == "bullet" ? style.text.bullet_hang : style.text.list_hang;
    return tag("w:lvl", {{"w:ilvl", "0"}},
               property("w:start", "1") + property("w:numFmt", format) + property("w:lvlText", text) +
                   property("w:lvlJc", "left") +
                   tag("w:pPr", {}, tag("w:ind", {{"w:left", twips(hang)}, {"w:hanging", twips(hang)}})));
}

// All definitions stand before all lists (ECMA-376-1, 17.9.16).
std::string merged(const XmlNode& house, const std::string& kinds, const std::string& instances) {
    std::string open = "<" + house.name, first, second, last;
    for (const auto& [key, value] : house.attributes) open += " " + key + "=\"" + escape_xml(value) + "\"";
    for (const XmlNode& child : house.children)
        (child.name == "w:abstractNum" ? first : child.name == "w:num" ? second : last) += xml_of(child);
    return open + ">" + first + kinds + second + instances + last + "</" + house.name + ">";
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

std::string DocxNumberingPart::instance_of(const Kind& kind, int start) {
    const auto [index, fresh] = indexes_.try_emplace(kind, kinds_.size());
    if (fresh) kinds_.push_back(kind);
    instances_.push_back({index->second, start});
    return std::to_string(first_instance_ + static_cast<int>(instances_.size()) - 1);
}

std::vector<std::string> DocxNumberingPart::numbers_of(const List& list) {
    std::vector<std::string> numbers;
    if (list.items.empty()) return numbers;
    const bool roman = counts_in_roman(list);
    Kind current;
    int next = 1;
    std::string number;
    for (const auto& item : list.items) {
        const ListLabel label = label_of(item, list.ordered, next, roman);
        const Kind kind{label.format, label.before, label.after};
        const bool goes_on = !number.empty() && kind == current && (kind.format == "bullet" || label.number == next);
        if (label.format.empty())
            number.clear();
        else if (!goes_on)
            number = instance_of(kind, label.number);
        current = kind;
        next = label.number + 1;
        numbers.push_back(number);
    }
    return numbers;
}

DocxNumberingPart::DocxNumberingPart(const XmlNode& house) : house_(house) {
    constexpr int most = 1'000'000'000;
    const auto after = [most](int least, std::string_view id) {
        int value = 0;
        std::from_chars(id.data(), id.data() + id.size(), value);
        return std::max(least, std::min(value, most) + 1);
    };
    for (const XmlNode& child : house.children) {
        if (child.name == "w:abstractNum") first_kind_ = after(first_kind_, child.attribute("w:abstractNumId"));
        if (child.name == "w:num") first_instance_ = after(first_instance_, child.attribute("w:numId"));
    }
}

std::string DocxNumberingPart::part(const Style& style) const {
    std::string kinds, instances;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        const Kind& kind = kinds_[i];
        const std::string text = kind.format == "bullet" ? kind.before : kind.before + "%1" + kind.after;
        kinds += tag("w:abstractNum", {{"w:abstractNumId", std::to_string(first_kind_ + static_cast<int>(i))}},
                     property("w:multiLevelType", "singleLevel") + level_xml(style, kind.format, text));
    }
    for (std::size_t i = 0; i < instances_.size(); ++i) {
        const std::string start = property("w:startOverride", std::to_string(instances_[i].start));
        const int kind = first_kind_ + static_cast<int>(instances_[i].kind);
        instances +=
            tag("w:num", {{"w:numId", std::to_string(first_instance_ + static_cast<int>(i))}},
                property("w:abstractNumId", std::to_string(kind)) + tag("w:lvlOverride", {{"w:ilvl", "0"}}, start));
    }
    if (!house_)
        return xml_part(tag("w:numbering",
                            {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}},
                            kinds + instances));
    return xml_part(merged(*house_, kinds, instances));
}

}  // namespace rapporteur
