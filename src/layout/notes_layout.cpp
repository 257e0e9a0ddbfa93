#include "layout/notes_layout.h"

#include <algorithm>
#include <iterator>

#include "layout/frame.h"
#include "layout/path.h"

namespace rapporteur {
namespace {

/// A line of text with its baseline where the first line of a half of the box has it.
void append_line(std::vector<PageItem>& items, std::vector<PageItem> line, double baseline) {
    for (PageItem& item : line) {
        move_by(item, 0, baseline);
        items.push_back(std::move(item));
    }
}

class NotesDrawing {
public:
    explicit NotesDrawing(const Style& style)
        : style_(style), look_(style.notes), left_(style.page.left), right_(style.body_right()) {}

    void half(const std::vector<PageItem>& label, double top, double bottom, const std::string& name,
              const std::string& alt) {
        for (PageItem item : label) {
            move_by(item, 0, top);
            items_.push_back(std::move(item));
        }
        const Colour rule = style_.colour("rule");
        for (double y = top + look_.first_line; y <= bottom - look_.clearance; y += look_.line_pitch) {
            PathItem line = rule_line(left_ + look_.inset, y, right_ - look_.inset, y, look_.line_width, rule);
            line.dash_on = look_.dash_on;
            line.dash_off = look_.dash_off;
            items_.emplace_back(std::move(line));
        }
        const double field_top = top + look_.first_line - look_.line_pitch;
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
    const double left = style.page.left + style.notes.inset;
    const double baseline = style.grid.unit + style.role("notes-label").leading * style.grid.baseline;
    const int position = typesetter.add_element("P", -1);
    append_line(plan.position, typesetter.line(box.position_label, "notes-label", left, position), baseline);
    append_line(plan.position, typesetter.line(box.position_note, "notes-note", frame.text.x, position), baseline);
    const int notes = typesetter.add_element("P", -1);
    append_line(plan.notes, typesetter.line(box.notes_label, "notes-label", left, notes), baseline);

    TextSetting label{frame.label}, title{frame.text};
    label.furniture = title.furniture = true;
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
    drawing.half(plan.position, top, middle, "position " + plan.item, plan.position_label);
    drawing.across(middle, style.rule.light);
    drawing.half(plan.notes, middle, bottom, "notes " + plan.item, plan.notes_label);
    drawing.across(bottom, style.rule.heavy);
    return drawing.take();
}

}  // namespace rapporteur
