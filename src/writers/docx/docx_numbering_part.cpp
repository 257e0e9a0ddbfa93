#include "writers/docx/docx_numbering_part.h"

#include <algorithm>
#include <charconv>

#include "writers/docx/docx_label.h"
#include "writers/docx/docx_look.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

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

std::string DocxNumberingPart::instance_of(const Kind& kind, int start) {
    const auto [index, fresh] = indexes_.try_emplace(kind, kinds_.size());
    if (fresh) kinds_.push_back(kind);
    return add({index->second, 0, start});
}

std::string DocxNumberingPart::add(const Instance& instance) {
    instances_.push_back(instance);
    return std::to_string(first_instance_ + static_cast<int>(instances_.size()) - 1);
}

std::string DocxNumberingPart::number_of(std::size_t level, const std::string& printed) {
    const std::optional<HeadingCount> count = headings_.count(level, printed);
    if (!count) return {};
    if (last_heading_list_.empty() || count->start) last_heading_list_ = add({std::nullopt, level, count->start});
    if (heading_list_.empty()) heading_list_ = last_heading_list_;
    return last_heading_list_;
}

std::vector<std::string> DocxNumberingPart::numbers_of(const List& list) {
    std::vector<std::string> numbers;
    if (list.items.empty()) return numbers;
    const bool roman = begins_roman(list.items.front().label);
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

std::string DocxNumberingPart::instance_xml(std::size_t index) const {
    const Instance& instance = instances_[index];
    const std::size_t kind = instance.kind.value_or(kinds_.size());  // the headings' list stands last
    std::string content = property("w:abstractNumId", std::to_string(first_kind_ + static_cast<int>(kind)));
    if (instance.start)
        content += tag("w:lvlOverride", {{"w:ilvl", std::to_string(instance.level)}},
                       property("w:startOverride", std::to_string(*instance.start)));
    return tag("w:num", {{"w:numId", std::to_string(first_instance_ + static_cast<int>(index))}}, content);
}

std::string DocxNumberingPart::part(const Style& style, const HeadingLook& look) const {
    std::string kinds, instances;
    auto add_kind = [&, next = first_kind_](const char* type, const std::string& levels) mutable {
        kinds += tag("w:abstractNum", {{"w:abstractNumId", std::to_string(next++)}},
                     property("w:multiLevelType", type) + levels);
    };
    for (const Kind& kind : kinds_) {
        const std::string text = kind.format == "bullet" ? kind.before : kind.before + "%1" + kind.after;
        add_kind("singleLevel", level_xml(style, kind.format, text));
    }
    if (!heading_list_.empty()) add_kind("multilevel", headings_.levels_xml(style, look));
    for (std::size_t i = 0; i < instances_.size(); ++i) instances += instance_xml(i);
    if (!house_)
        return xml_part(tag("w:numbering",
                            {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}},
                            kinds + instances));
    return xml_part(merged(*house_, kinds, instances));
}

}  // namespace rapporteur
