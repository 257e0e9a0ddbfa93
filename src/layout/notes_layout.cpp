#include "layout/notes_layout.h"

#include <algorithm>
#include <iterator>

#include "layout/frame.h"
#include "layout/one_column.h"
#include "layout/path.h"

namespace rapporteur {
namespace {

/// A label and the small words beside it, the first lines level; returns how far down they reach.
double lay_labels(const std::string& label, const std::string& note, const Style& style, Typesetter& typesetter,
                  std::vector<PageItem>& items) {
    const Frame frame = page_frame(style);
    const double left = style.page.left + style.notes.inset, right = style.body_right() - style.notes.inset;
    const double label_end = left + typesetter.width(label, "notes-label") + 2 * style.grid.unit;
    const double note_x = is_one_column(style) ? label_end : frame.text.x;
    TextSetting beside{{note_x, std::max(right - note_x, 1.0)}};
    TextSetting setting{{left, (note.empty() ? right : note_x - style.grid.unit) - left}};
    setting.parent = beside.parent = typesetter.add_element("P", -1);
    setting.bare = beside.bare = true;
    std::vector<std::vector<Strip>> cells;
    cells.push_back(typesetter.text({TextRun{label}}, "notes-label", setting));
    cells.push_back(typesetter.text({TextRun{note}}, "notes-note", beside));
    double height = style.grid.unit;
    for (Strip& strip : side_by_side(std::move(cells), false)) {
        shift(strip, 0, height);
        height += strip.height;
        std::move(strip.items.begin(), strip.items.end(), std::back_inserter(items));
    }
    return height;
}

class NotesDrawing {
public:
    explicit NotesDrawing(const Style& style)
        : style_(style), look_(style.notes), left_(style.page.left), right_(style.body_right()) {}

    void half(const std::vector<PageItem>& label, double labels, double top, double bottom, const std::string& name,
              const std::string& alt) {
        const double first = top + std::max(look_.first_line, labels + look_.line_pitch);
        for (PageItem item : label) {
            move_by(item, 0, top);
            items_.push_back(std::move(item));
        }
        const Colour rule = style_.colour("rule");
        for (double y = first; y <= bottom - look_.clearance; y += look_.line_pitch) {
            PathItem line = rule_line(left_ + look_.inset, y, right_ - look_.inset, y, look_.line_width, rule);
            line.dash_on = look_.dash_on;
            line.dash_off = look_.dash_off;
            items_.emplace_back(std::move(line));
        }
        const double field_top = first - look_.line_pitch;
        if (bottom - field_top > look_.line_pitch)
            items_.emplace_back(FieldItem{
                {left_ + look_.inset, field_top, right_ - look_.inset, bottom - look_.clearance / 2}, name, alt});
    }

    void across(double y, double width) {
        items_.emplace_back(rule_line(left_, y, right_, y, width, style_.colour("ink")));
    }

    void sides(double top, double bottom) {
        for (double x : {left_, right_})
            items_.emplace_back(rule_line(x, top, x, bottom, style_.rule.light, style_.colour("rule")));
    }

    std::vector<PageItem> take() { return std::move(items_); }

private:
    const Style& style_;
    const decltype(Style::notes)& look_;
    double left_, right_;
    std::vector<PageItem> items_;
};

}  // namespace

NotesPlan plan_notes(const NotesBox& box, const std::string& item_title, Typesetter& typesetter) {
    const Style& style = typesetter.style();
    const Frame frame = page_frame(style);
    NotesPlan plan;
    plan.item = box.item;
    plan.position_label = box.position_label;
    plan.notes_label = box.notes_label;
    plan.position_labels = lay_labels(box.position_label, box.position_note, style, typesetter, plan.position);
    plan.notes_labels = lay_labels(box.notes_label, "", style, typesetter, plan.notes);

    TextSetting label{frame.label}, title{frame.text};
    label.furniture = title.furniture = true;
    if (is_one_column(style)) {
        label.region.width = typesetter.width(box.item, "row-label") + style.grid.unit;
        title.region.x += label.region.width + style.grid.unit;
        title.region.width -= label.region.width + style.grid.unit;
    }
    std::vector<std::vector<Strip>> cells;
    cells.push_back(typesetter.text({TextRun{box.item}}, "row-label", label));
    cells.push_back(typesetter.text({TextRun{item_title}}, "quote", title));
    for (Strip& strip : side_by_side(std::move(cells), false)) {
        plan.title_height = strip.height;
        plan.title = std::move(strip.items);
    }
    return plan;
}

std::vector<PageItem> draw_notes(const NotesPlan& plan, double top, double bottom, const Style& style) {
    NotesDrawing drawing(style);
    const double middle = std::min(top + style.notes.position_height, (top + bottom) / 2 + style.notes.line_pitch);
    drawing.sides(top, bottom);
    drawing.across(top, style.rule.heavy);
    drawing.half(plan.position, plan.position_labels, top, middle, "position " + plan.item, plan.position_label);
    drawing.across(middle, style.rule.light);
    drawing.half(plan.notes, plan.notes_labels, middle, bottom, "notes " + plan.item, plan.notes_label);
    drawing.across(bottom, style.rule.heavy);
    return drawing.take();
}

}  // namespace rapporteur
