#include "writers/docx/docx_heading_list.h"

#include <algorithm>
#include <numeric>

#include "writers/docx/docx_label.h"
#include "writers/docx/docx_look.h"
#include "writers/docx/docx_styles.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

bool is_letter_or_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// Whether a number is made of the one above it and one of its own: "2.1" below "2".
bool goes_deeper(const std::string& printed, const std::string& above) {
    return !above.empty() && printed.size() > above.size() && printed.starts_with(above) &&
           (!is_letter_or_digit(above.back()) || !is_letter_or_digit(printed[above.size()]));
}

// About, in em.
double width_of(const std::string& number) {
    constexpr double capital = 0.66, thin = 0.36;
    return std::accumulate(number.begin(), number.end(), 0.0, [&](double sum, char c) {
        return sum + (c == 'I' || c == 'i' || c == '.' ? thin : capital);
    });
}

}  // namespace

DocxHeadingList::Label DocxHeadingList::read(std::size_t level, const std::string& printed) const {
    if (printed.find('%') != std::string::npos) return {};  // stands for the number in Word's patterns
    const Level* parent = level > 0 && levels_[level - 1].running ? &levels_[level - 1] : nullptr;
    const bool deeper = parent && goes_deeper(printed, parent->printed);
    const std::string own = deeper ? printed.substr(parent->printed.size()) : printed;
    const std::string& format = levels_[level].format;
    const ListLabel label = read_label(own, format.empty() ? begins_roman(own) : format.ends_with("Roman"));
    const std::string above = deeper ? parent->text : std::string();
    return {label.format, above + label.before + "%" + std::to_string(level + 1) + label.after, label.number};
}

std::optional<HeadingCount> DocxHeadingList::count(std::size_t level, const std::string& printed) {
    Level& own = levels_[level];
    const Label label = read(level, printed);
    if (label.format.empty()) return std::nullopt;
    if (counts(level) && (own.format != label.format || own.text != label.text)) return std::nullopt;
    own.format = label.format;
    own.text = label.text;
    own.printed = printed;
    own.widest = std::max(own.widest, width_of(printed));
    // Readers differ on the number of a heading that follows one of a lower level with none between.
    const bool expected = !own.implied && label.number == (own.running ? own.last + 1 : own.first);
    advance(level, label.number, !expected);
    return HeadingCount{expected ? std::nullopt : std::optional(label.number)};
}

void DocxHeadingList::advance(std::size_t level, int number, bool anew) {
    for (std::size_t i = 0; i < heading_depth; ++i) {
        Level& each = levels_[i];
        if (anew) each.first = i == level ? number : 1;  // an instance says one level's start
        if (i < level) each.implied |= !each.running;
        if (i > level) each.running = each.implied = false;
    }
    levels_[level].last = number;
    levels_[level].running = true;
    levels_[level].implied = false;
}

// Readers differ on where left and right are in text that runs from the right: numbers stand centred there, in a column
// of the widest.
double DocxHeadingList::hang(std::size_t level, const Style& style, bool right_to_left) const {
    const std::string role(heading_roles[level]);
    const double beside = number_hang(style, role);
    if (!right_to_left || beside <= 0) return beside;
    const double half = levels_[level].widest * style.role(role + "-number").size / 2;
    return level == 0 ? beside - half : beside + half;
}

std::string DocxHeadingList::level_xml(std::size_t level, const Style& style, const HeadingLook& look) const {
    const Level& own = levels_[level];
    const std::string index = std::to_string(level);
    if (!counts(level))
        return tag("w:lvl", {{"w:ilvl", index}},
                   property("w:start", "1") + property("w:numFmt", "none") + property("w:suff", "nothing") +
                       property("w:lvlText", "") + property("w:lvlJc", "left"));
    const double text = style.grid.text_x - style.page.left;
    const double before = hang(level, style, look.right_to_left);
    const TypeRole& type = style.role(std::string(heading_roles[level]) + "-number");
    std::string out = property("w:start", "1") + property("w:numFmt", own.format);
    if (!look.styles[level].empty()) out += property("w:pStyle", look.styles[level]);
    // In one column a space of one em stands between, as on the pages.
    if (text <= 0) out += property("w:suff", "nothing");
    const char* side = look.right_to_left ? "center" : level > 0 ? "right" : "left";
    out += property("w:lvlText", text > 0 ? own.text : own.text + "\u2003") +
           property("w:lvlJc", text > 0 ? side : "left");
    out += tag("w:pPr", {}, tag("w:ind", {{"w:left", twips(text)}, {"w:hanging", twips(before)}}));
    out += tag("w:rPr", {}, look.typed ? type_xml(type) : property("w:color", hex_colour(type.colour)));
    return tag("w:lvl", {{"w:ilvl", index}}, out);
}

std::string DocxHeadingList::levels_xml(const Style& style, const HeadingLook& look) const {
    std::string out;
    for (std::size_t i = 0; i < heading_depth; ++i) out += level_xml(i, style, look);
    return out;
}

}  // namespace rapporteur
