#include "layout/row_layout.h"

#include <algorithm>
#include <iterator>

namespace rapporteur {
namespace {

void append(std::vector<Strip>& to, std::vector<Strip> more) {
    std::move(more.begin(), more.end(), std::back_inserter(to));
}

constexpr double kNarrowest = 24;  // points, of a label's column

/// Paragraphs one below the other, `gap` apart.
std::vector<Strip> stack(const std::vector<Paragraph>& paragraphs, Frame::Place place, double gap, TextSetting setting,
                         Typesetter& typesetter) {
    std::vector<Strip> strips;
    for (Paragraph paragraph : paragraphs) {
        paragraph.role = role_in(place, paragraph.role);
        std::vector<Strip> more = typesetter.paragraph(paragraph, setting);
        if (!strips.empty() && !more.empty()) more.front().before = gap;
        append(strips, std::move(more));
    }
    return strips;
}

/// The label's column; where the row has no number the number's as well, where it has a wide one what that leaves.
Region label_region(const LabelledRow& row, const Frame& frame, Typesetter& typesetter) {
    Region region = frame.label;
    if (row.number.empty()) {
        region.width = std::max(region.width, frame.number_right - region.x);
    } else {
        const double number = typesetter.width(row.number, "list-number") + typesetter.style().grid.unit / 2;
        region.width = std::clamp(frame.number_right - number - region.x, kNarrowest, region.width);
    }
    return region;
}

std::vector<Strip> lay_label(const LabelledRow& row, const Frame& frame, TextSetting setting, Typesetter& typesetter) {
    setting.region = label_region(row, frame, typesetter);
    setting.bare = true;
    std::vector<Strip> strips;
    if (!row.label.empty()) strips = typesetter.text(row.label, role_in(frame.place, "row-label"), setting);
    setting.leading = 0;
    if (!row.sublabel.empty()) append(strips, typesetter.text(row.sublabel, "affiliation", setting));
    return strips;
}

std::vector<Strip> lay_number(const std::string& number, const Frame& frame, const TextSetting& setting,
                              Typesetter& typesetter) {
    if (number.empty()) return {};
    Strip strip;
    strip.height = setting.leading;
    strip.items = typesetter.line(number, "list-number", frame.number_right, setting.parent, Align::end);
    shift(strip, 0, strip.height * typesetter.style().grid.baseline);
    return {std::move(strip)};
}

std::string label_of(const List& list, std::size_t index) {
    if (!list.items[index].label.empty()) return list.items[index].label;
    return list.ordered ? std::to_string(index + 1) + "." : "–";
}

}  // namespace

std::vector<Strip> lay_row(const LabelledRow& row, const Frame& frame, int list, Typesetter& typesetter) {
    const int item = typesetter.add_element("LI", list);
    TextSetting label;
    label.parent = row.label.empty() && row.number.empty() ? item : typesetter.add_element("Lbl", item);
    const std::string role = row.content.empty() ? "own" : row.content.front().role;
    label.leading = typesetter.style().role(role_in(frame.place, role)).leading;
    std::vector<std::vector<Strip>> cells;
    cells.push_back(lay_label(row, frame, label, typesetter));
    cells.push_back(lay_number(row.number, frame, label, typesetter));
    TextSetting text{frame.text};
    text.parent = typesetter.add_element("LBody", item);
    cells.push_back(stack(row.content, frame.place, typesetter.style().grid.unit / 2, text, typesetter));
    std::vector<Strip> strips = side_by_side(std::move(cells), true);
    if (!row.anchor.empty() && !strips.empty())
        strips.front().items.emplace_back(AnchorItem{row.anchor, frame.label.x, 0});
    return strips;
}

std::vector<Strip> lay_list(const List& list, const Frame& frame, Typesetter& typesetter) {
    const auto& style = typesetter.style();
    const bool verbatim = std::any_of(list.items.begin(), list.items.end(), [](auto& i) { return !i.label.empty(); });
    const double hang = list.ordered || verbatim ? style.text.list_hang : style.text.bullet_hang;
    const int element = typesetter.add_element("L", -1);
    std::vector<Strip> strips;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const std::vector<Paragraph>& content = list.items[i].content;
        const int item = typesetter.add_element("LI", element);
        TextSetting label{{frame.words.x, hang - 1}};
        label.parent = typesetter.add_element("Lbl", item);
        label.bare = true;
        const std::string role = role_in(frame.place, content.empty() ? "own" : content.front().role);
        auto left = typesetter.text({TextRun{label_of(list, i)}}, role, label);
        TextSetting body{{frame.words.x + hang, frame.words.width - hang}};
        body.parent = typesetter.add_element("LBody", item);
        auto right = stack(content, frame.place, 0, body, typesetter);
        std::vector<Strip> row = side_by_side({std::move(left), std::move(right)}, true);
        if (i > 0 && frame.place == Frame::Place::page && !row.empty()) row.front().before = style.grid.unit / 2;
        append(strips, std::move(row));
    }
    return strips;
}

ColumnsPlan lay_columns(const Columns& columns, const Frame& frame, Typesetter& typesetter) {
    const auto& style = typesetter.style();
    const double width = (frame.full.width - style.columns.gutter) / 2;
    ColumnsPlan plan;
    plan.gap = style.columns.gap;
    plan.shift = width + style.columns.gutter;
    const int list = typesetter.add_element("L", -1);
    for (const Columns::Entry& entry : columns.entries) {
        const int item = typesetter.add_element("LI", list);
        TextSetting term{{frame.full.x, style.columns.term_width - style.grid.unit / 2}};
        term.parent = typesetter.add_element("Lbl", item);
        term.bare = true;
        auto left = typesetter.text({TextRun{entry.term}}, "term", term);
        TextSetting words{{frame.full.x + style.columns.term_width, width - style.columns.term_width}};
        words.parent = typesetter.add_element("LBody", item);
        auto right = typesetter.text(entry.expansion, "table-quote", words);
        const bool tall = std::max(height_of(left), height_of(right)) > style.body_height() / 2;
        for (Strip& strip : side_by_side({std::move(left), std::move(right)}, tall))
            plan.entries.push_back(std::move(strip));
    }
    return plan;
}

}  // namespace rapporteur
