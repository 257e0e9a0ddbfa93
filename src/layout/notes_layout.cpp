#include "layout/notes_layout.h"

#include <algorithm>
#include <iterator>

#include "layout/frame.h"
#include "layout/one_column.h"
#include "layout/path.h"

namespace rapporteur {
namespace {

/// A label and the small words beside it, the first lines level.
void lay_labels(NotesHalf& half, const std::string& note, const Style& style, Typesetter& typesetter) {
    const Frame frame = page_frame(style);
    const double left = style.page.left + style.notes.inset, right = style.body_right() - style.notes.inset;
    const double label_end = left + typesetter.width(half.label, "notes-label") + 2 * style.grid.unit;
    const double note_x = is_one_column(style) ? label_end : frame.text.x;
    TextSetting beside{{note_x, std::max(right - note_x, 1.0)}};
    TextSetting setting{{left, (note.empty() ? right : note_x - style.grid.unit) - left}};
    setting.parent = beside.parent = typesetter.add_element("P", -1);
    setting.bare = beside.bare = true;
    std::vector<std::vector<Strip>> cells;
    cells.push_back(typesetter.text({TextRun{half.label}}, "notes-label", setting));
    cells.push_back(typesetter.text({TextRun{note}}, "notes-note", beside));
    half.labels_height = style.grid.unit;
    for (Strip& strip : side_by_side(std::move(cells), false)) {
        shift(strip, 0, half.labels_height);
        half.labels_height += strip.height;
        std::move(strip.items.begin(), strip.items.end(), std::back_inserter(half.labels));
    }
}

std::string plain_words(const Inlines& inlines) {
    std::string out;
    for (const Inline& item : inlines) {
        if (const auto* run = std::get_if<TextRun>(&item)) out += run->text;
        if (std::holds_alternative<LineBreak>(item)) out += '\n';
    }
    return out;
}

/// The text is the field's own and no part of the page, so that it needs no elements.
void lay_written(NotesHalf& half, const std::vector<Paragraph>& written, const Style& style, Typesetter& typesetter) {
    const double left = style.page.left + style.notes.inset, right = style.body_right() - style.notes.inset;
    for (const Paragraph& paragraph : written) {
        TextSetting setting{{left, right - left}};
        setting.furniture = true;
        half.written.push_back({plain_words(paragraph.content), typesetter.paragraph(paragraph, setting)});
    }
}

double written_height(const NotesHalf& half, std::size_t from) {
    double height = 0;
    std::size_t index = 0;
    for (const NotesHalf::Written& written : half.written)
        for (const Strip& strip : written.strips)
            if (index++ >= from) height += strip.height;
    return height;
}

/// How high a half is when all that is left of its text goes into it.
double asked_height(const NotesHalf& half, std::size_t from, const Style& style) {
    return half.labels_height + style.grid.unit + written_height(half, from) + style.notes.clearance;
}

class NotesDrawing {
public:
    NotesDrawing(const NotesPlan& plan, const Style& style)
        : plan_(plan), style_(style), look_(style.notes), left_(style.page.left), right_(style.body_right()) {}

    /// Draws a half and as many of its lines from number `next` on as go into it.
    void half(const NotesHalf& half, double top, double bottom, std::size_t& next) {
        for (PageItem item : half.labels) {
            move_by(item, 0, top);
            items_.push_back(std::move(item));
        }
        FieldItem field;
        const double text_top = top + half.labels_height + style_.grid.unit;
        const double text_end = add_written(half, text_top, bottom - look_.clearance, next, field);
        const bool written = text_end > text_top;
        const double from = written ? text_end + look_.line_pitch : top + look_.first_line;
        const double first = std::max(from, top + half.labels_height + look_.line_pitch);
        if (!plan_.loose) add_lines(first, bottom - look_.clearance);
        const double field_top = written ? text_top : first - look_.line_pitch;
        if (bottom - field_top <= look_.line_pitch && !written) return;
        field.area = {left_ + look_.inset, field_top, right_ - look_.inset,
                      plan_.loose ? bottom : bottom - look_.clearance / 2};
        field.name = (half.part == NotesPart::position ? "position " : "notes ") + plan_.item;
        field.label = half.label;
        field.box = plan_.box;
        field.part = half.part;
        items_.emplace_back(std::move(field));
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
    void add_lines(double first, double bottom) {
        for (double y = first; y <= bottom; y += look_.line_pitch) {
            PathItem line =
                rule_line(left_ + look_.inset, y, right_ - look_.inset, y, look_.line_width, style_.colour("rule"));
            line.dash_on = look_.dash_on;
            line.dash_off = look_.dash_off;
            items_.emplace_back(std::move(line));
        }
    }

    /// The field's value is the paragraphs that begin on this page.
    double add_written(const NotesHalf& half, double y, double bottom, std::size_t& next, FieldItem& field) const {
        std::size_t index = 0;
        for (const NotesHalf::Written& written : half.written) {
            const std::size_t begin = index;
            for (const Strip& strip : written.strips) {
                if (index++ < next) continue;
                if (y + strip.height > bottom) return y;
                if (index == begin + 1) field.value += (field.value.empty() ? "" : "\n") + written.text;
                for (PageItem item : strip.items) {
                    move_by(item, 0, y);
                    if (auto* text = std::get_if<TextItem>(&item)) field.shown.push_back(std::move(*text));
                }
                y += strip.height;
                next = index;
            }
        }
        return y;
    }

    const NotesPlan& plan_;
    const Style& style_;
    const decltype(Style::notes)& look_;
    double left_, right_;
    std::vector<PageItem> items_;
};

std::size_t line_count(const NotesHalf& half) {
    std::size_t count = 0;
    for (const NotesHalf::Written& written : half.written) count += written.strips.size();
    return count;
}

/// Where the position ends: at its usual height or below what is written, as long as the notes have room.
double middle_of(const NotesPlan& plan, double top, double bottom, const Style& style, const NotesProgress& progress) {
    const double usual = std::min(top + style.notes.position_height, (top + bottom) / 2 + style.notes.line_pitch);
    const double asked = top + asked_height(plan.position, progress.position, style);
    const double rest = bottom - asked_height(plan.notes, progress.notes, style);
    const double least_rest = bottom - plan.notes.labels_height - 2 * style.notes.line_pitch;
    if (plan.loose) return asked;
    if (asked > least_rest) return bottom;
    return std::max(asked, std::min(usual, std::max(rest, asked)));
}

bool shows(const NotesPlan& plan, const NotesHalf& half) { return !plan.loose || !half.written.empty(); }

}  // namespace

NotesPlan plan_notes(const NotesBox& box, const std::string& item_title, Typesetter& typesetter) {
    const Style& style = typesetter.style();
    const Frame frame = page_frame(style);
    NotesPlan plan;
    plan.item = box.item.empty() ? box.number : box.item;
    plan.loose = box.loose;
    plan.position.part = NotesPart::position;
    plan.position.label = box.position_label;
    plan.notes.label = box.notes_label;
    lay_written(plan.position, box.position, style, typesetter);
    lay_written(plan.notes, box.notes, style, typesetter);
    if (shows(plan, plan.position)) lay_labels(plan.position, box.position_note, style, typesetter);
    if (shows(plan, plan.notes)) lay_labels(plan.notes, "", style, typesetter);

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

double least_height(const NotesPlan& plan, const Style& style) {
    double height = 0;
    for (const NotesHalf* half : {&plan.position, &plan.notes})
        if (shows(plan, *half)) height += asked_height(*half, 0, style);
    return height;
}

DrawnNotes draw_notes(const NotesPlan& plan, double top, double bottom, const Style& style, NotesProgress& progress) {
    NotesDrawing drawing(plan, style);
    if (plan.loose) {
        double asked = 0;
        if (!progress.position_done && shows(plan, plan.position))
            asked += asked_height(plan.position, progress.position, style);
        if (shows(plan, plan.notes)) asked += asked_height(plan.notes, progress.notes, style);
        bottom = std::min(bottom, top + asked);
    }
    drawing.sides(top, bottom);
    drawing.across(top, style.rule.heavy);
    double middle = top;
    if (!progress.position_done && shows(plan, plan.position)) {
        middle = std::min(middle_of(plan, top, bottom, style, progress), bottom);
        drawing.half(plan.position, top, middle, progress.position);
        if (middle < bottom) drawing.across(middle, style.rule.light);
    }
    progress.position_done = progress.position >= line_count(plan.position);
    const bool room = middle < bottom;
    if (room && shows(plan, plan.notes)) drawing.half(plan.notes, middle, bottom, progress.notes);
    drawing.across(bottom, style.rule.heavy);
    const bool notes_done = progress.notes >= line_count(plan.notes) && (room || !shows(plan, plan.notes));
    return {drawing.take(), bottom, progress.position_done && notes_done};
}

}  // namespace rapporteur
