#include "layout/paginate.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "layout/column_pages.h"
#include "layout/notes_layout.h"
#include "layout/path.h"

namespace rapporteur {
namespace {

constexpr double kTolerance = 1e-6;

class Paginator {
public:
    Paginator(Flow& flow, const Style& style) : flow_(flow), style_(style), strips_(flow.strips) {
        out_.page_of_heading.resize(flow.headings.size());
        out_.top_of_heading.resize(flow.headings.size(), style.page.top);
        out_.heading_begins_page.resize(flow.headings.size());
    }

    Pagination run() {
        std::size_t next = 0;
        while (next < strips_.size() || !notes_.empty() || out_.pages.empty()) {
            open_page(next);
            while (next < strips_.size() && !full_) {
                const Stretch stretch = next_stretch(next);
                while (next < stretch.end && !full_) {
                    place(next);
                    if (strips_[next].special < 0 || special_done_) ++next;
                }
                full_ |= !stretch.goes_on;
            }
            close_page();
        }
        return std::move(out_);
    }

private:
    /// Strips that go on a page; it goes on after them where the last is special and takes room by itself.
    struct Stretch {
        std::size_t end = 0;
        bool goes_on = false;
    };

    Page& page() { return out_.pages.back(); }
    bool at_top() const { return y_ <= style_.page.top + kTolerance; }

    void open_page(std::size_t next) {
        Page fresh;
        fresh.width = style_.page.width;
        fresh.height = style_.page.height;
        out_.pages.push_back(std::move(fresh));
        out_.stamps.push_back(-1);
        out_.numberings.push_back(-1);
        out_.running.push_back(out_.running.empty() ? "" : out_.running.back());
        running_set_ = full_ = placed_ = false;
        y_ = style_.page.top;
        note_height_ = 0;
        for (const Strip& note : notes_) note_height_ += note.height;
        table_ = box_ = -1;
        if (next < strips_.size() && next > 0 && strips_[next].table >= 0 &&
            strips_[next].table == strips_[next - 1].table)
            repeat_head(strips_[next]);
    }

    TableFrame& frame(int table) { return flow_.tables[static_cast<std::size_t>(table)]; }

    /// The head of a table that goes on, and the group row that is open; they are artifacts.
    void repeat_head(const Strip& next) {
        const TableFrame& table = frame(next.table);
        std::vector<Strip> repeated = table.head;
        if (next.group >= 0) repeated.push_back(table.groups[static_cast<std::size_t>(next.group)]);
        if (height_of(repeated) > style_.body_height() / 3) return;
        bool first = true;
        for (Strip& strip : repeated) {
            if (!first) y_ += strip.before;
            for (PageItem& item : strip.items) repeat(std::move(item));
            if (table.ruled) draw(first ? table.end : strip.above ? *strip.above : table.below_head);
            first = false;
            y_ += strip.height;
        }
        table_ = next.table;
        below_repeated_ = !repeated.empty() && table.ruled;
    }

    void repeat(PageItem item) {
        if (std::holds_alternative<LinkItem>(item) || std::holds_alternative<AnchorItem>(item)) return;
        if (auto* text = std::get_if<TextItem>(&item)) text->element = -1;
        if (auto* path = std::get_if<PathItem>(&item)) path->element = -1;
        move_by(item, 0, y_);
        page().items.push_back(std::move(item));
    }

    void draw(const StripRule& rule) {
        page().items.emplace_back(rule_line(rule.x0, y_, rule.x1, y_, rule.width, rule.colour));
    }

    double note_room(double notes) const {
        if (notes <= 0) return 0;
        return std::min(notes + style_.footnote.above + style_.footnote.gap, style_.body_height() / 2);
    }

    Stretch next_stretch(std::size_t start) const {
        double y = y_, notes = note_height_;
        for (std::size_t i = start; i < strips_.size(); ++i) {
            const Strip& strip = strips_[i];
            if (strip.new_page && y > style_.page.top + kTolerance) return {i};
            for (const Strip& note : strip.notes) notes += note.height;
            y = top_of(strip, y, style_) + strip.height;
            if (y > style_.body_bottom() - note_room(notes) + kTolerance && (i > start || placed_))
                return {best_break(start, i)};
            if (strip.special >= 0) return {i + 1, true};
        }
        return {strips_.size()};
    }

    /// The last place up to `limit` where a break hurts least.
    std::size_t best_break(std::size_t start, std::size_t limit) const {
        std::size_t soft = 0, hard = limit;
        for (std::size_t i = limit; i > start; --i) {
            const Keep keep = strips_[i - 1].keep;
            if (keep == Keep::none) return i;
            if (keep == Keep::soft && soft == 0) soft = i;
        }
        // Nothing but what belongs together: where this page has begun with something else, it all goes to the next.
        if (placed_) return start;
        return soft > 0 ? soft : std::max(hard, start + 1);
    }

    void place(std::size_t index) {
        Strip& strip = strips_[index];
        placed_ |= strip.height > 0;
        end_table_before(strip);
        if (strip.numbering >= 0) out_.numberings.back() = strip.numbering;
        if (strip.special >= 0) return place_special(strip);
        const double top = top_of(strip, y_, style_);
        const bool page_top = at_top();
        extend_box(strip, top, top + strip.height);
        y_ = top;
        if (strip.stamp >= 0) out_.stamps.back() = strip.stamp;
        register_heading(strip, top, page_top);
        if (strip.page_number >= 0) pend_number(strip, top);
        for (PageItem& item : strip.items) {
            move_by(item, 0, top);
            page().items.push_back(std::move(item));
        }
        draw_rule_above(strip, page_top);
        for (Strip& note : strip.notes) {
            note_height_ += note.height;
            notes_.push_back(std::move(note));
        }
        y_ = top + strip.height;
        table_ = strip.table;
    }

    void draw_rule_above(const Strip& strip, bool page_top) {
        if (below_repeated_ && strip.table >= 0)
            draw(frame(strip.table).below_head);
        else if (strip.above && (!page_top || strip.above->at_top))
            draw(page_top && strip.table >= 0 ? frame(strip.table).end : *strip.above);
        below_repeated_ = false;
    }

    void end_table_before(const Strip& next) {
        if (table_ >= 0 && next.table != table_) end_table();
    }

    void end_table() {
        if (table_ >= 0 && frame(table_).ruled) draw(frame(table_).end);
        table_ = -1;
    }

    /// One tinted area for all strips of a box on this page, under their text.
    void extend_box(const Strip& strip, double top, double bottom) {
        if (strip.box < 0) {
            box_ = -1;
            return;
        }
        if (strip.box == box_) {
            auto& area = std::get<PathItem>(page().items[box_item_]);
            area.points[2].y = area.points[3].y = bottom;
            return;
        }
        box_ = strip.box;
        box_item_ = page().items.size();
        const Flow::Box& box = flow_.boxes[static_cast<std::size_t>(box_)];
        PathItem area = filled_rectangle({box.x0, top, box.x1, bottom}, style_.colour("tint"));
        area.stroked = style_.box.frame > 0;
        area.stroke = style_.colour("ink");
        area.width = style_.box.frame;
        page().items.emplace_back(std::move(area));
    }

    void register_heading(const Strip& strip, double top, bool page_top) {
        if (strip.heading < 0) return;
        const auto index = static_cast<std::size_t>(strip.heading);
        out_.page_of_heading[index] = out_.pages.size() - 1;
        out_.top_of_heading[index] = top;
        out_.heading_begins_page[index] = page_top;
        const std::string& running = flow_.headings[index].running;
        if (running.empty()) return;
        // The last heading before any text names the page: an item's sheet rather than the part it begins.
        if (!running_set_ || at_top()) out_.running.back() = running;
        running_set_ = running_set_ || strip.height > 0;  // a heading that is not printed leaves room for the next
    }

    void pend_number(const Strip& strip, double top) {
        Flow::PageNumber number = flow_.page_numbers[static_cast<std::size_t>(strip.page_number)];
        number.baseline += top;
        out_.numbers.push_back({out_.pages.size() - 1, number});
    }

    void place_special(const Strip& strip) {
        const Flow::Special& special = flow_.specials[static_cast<std::size_t>(strip.special)];
        const auto index = static_cast<std::size_t>(special.index);
        const double top = top_of(strip, y_, style_);
        if (special.is_notes)
            place_notes(flow_.notes[index], top);
        else
            place_columns(flow_.columns[index], top);
    }

    void append(std::vector<PageItem> items) {
        std::move(items.begin(), items.end(), std::back_inserter(page().items));
    }

    /// On what the front leaves of its page, or on pages of its own; a loose box goes on below what stands above it.
    void place_notes(const NotesPlan& plan, double top) {
        const double bottom = style_.body_bottom() - note_room(note_height_);
        const double room = bottom - top;
        const bool fits = plan.loose ? std::min(least_height(plan, style_), style_.notes.position_height) <= room
                                     : top <= style_.notes.latest_front && room > style_.notes.position_height &&
                                           least_height(plan, style_) <= room;
        const bool from_top = at_top();
        full_ = true;
        special_done_ = false;
        if (!from_top && !fits) return;
        if (from_top && !plan.loose) {
            for (PageItem item : plan.title) {
                move_by(item, 0, y_);
                page().items.push_back(std::move(item));
            }
            top = y_ + plan.title_height + style_.grid.unit;
        }
        const NotesProgress before = notes_progress_;
        DrawnNotes drawn = draw_notes(plan, top, bottom, style_, notes_progress_);
        append(std::move(drawn.items));
        y_ = drawn.bottom;
        // A page so small that no line goes on it ends the box.
        special_done_ = drawn.done || (notes_progress_ == before && from_top);
        if (special_done_) notes_progress_ = NotesProgress();
        full_ = !special_done_ || !plan.loose;
    }

    void place_columns(ColumnsPlan& plan, double top) {
        const double bottom = style_.body_bottom() - note_room(note_height_);
        ColumnsOnPage part = fill_columns(plan, next_entry_, bottom - top, at_top());
        for (PageItem& item : part.items) move_by(item, 0, top);
        append(std::move(part.items));
        y_ = top + part.height;
        next_entry_ = part.next;
        special_done_ = next_entry_ >= plan.entries.size();
        if (special_done_) next_entry_ = 0;
        full_ |= !special_done_;
    }

    void close_page() {
        end_table();
        below_repeated_ = false;
        if (notes_.empty()) return;
        const double room = std::max(style_.body_bottom() - y_, style_.body_height() / 4);
        double used = style_.footnote.above + style_.footnote.gap;
        std::size_t count = 0;
        while (count < notes_.size() && (count == 0 || used + notes_[count].height <= room + kTolerance))
            used += notes_[count++].height;
        place_notes_at_foot(count, style_.body_bottom() - used);
        notes_.erase(notes_.begin(), notes_.begin() + static_cast<std::ptrdiff_t>(count));
    }

    void place_notes_at_foot(std::size_t count, double y) {
        y += style_.footnote.above;
        page().items.emplace_back(rule_line(style_.grid.text_x, y, style_.grid.text_x + style_.footnote.rule_length, y,
                                            style_.rule.light, style_.colour("rule")));
        y += style_.footnote.gap;
        for (std::size_t i = 0; i < count; ++i) {
            for (PageItem& item : notes_[i].items) {
                move_by(item, 0, y);
                page().items.push_back(std::move(item));
            }
            y += notes_[i].height;
        }
    }

    Flow& flow_;
    const Style& style_;
    std::vector<Strip>& strips_;
    Pagination out_;
    double y_ = 0;
    bool full_ = false, placed_ = false, running_set_ = false, below_repeated_ = false, special_done_ = false;
    int table_ = -1, box_ = -1;
    std::size_t box_item_ = 0, next_entry_ = 0;
    NotesProgress notes_progress_;  // of the box that goes on over pages
    std::vector<Strip> notes_;
    double note_height_ = 0;
};

}  // namespace

double top_of(const Strip& strip, double y, const Style& style) {
    if (y <= style.page.top + kTolerance) return y + (strip.keeps_space ? strip.before : 0);
    if (strip.on_grid) {
        const double steps = std::ceil((y - style.page.top) / style.grid.unit - kTolerance);
        y = style.page.top + steps * style.grid.unit;
    }
    return y + strip.before;
}

Pagination paginate(Flow& flow, const Style& style) { return Paginator(flow, style).run(); }

}  // namespace rapporteur
