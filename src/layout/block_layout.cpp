#include "layout/block_layout.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/annex_layout.h"
#include "layout/contents_layout.h"
#include "layout/figure_layout.h"
#include "layout/heading_layout.h"
#include "layout/notes_layout.h"
#include "layout/one_column.h"
#include "layout/row_layout.h"
#include "layout/table_layout.h"

namespace rapporteur {
namespace {

bool has_strength(const Inlines& inlines) {
    return std::any_of(inlines.begin(), inlines.end(),
                       [](const Inline& item) { return std::holds_alternative<StrengthMark>(item); });
}

bool is_row(const PackBlock& block) {
    return std::holds_alternative<LabelledRow>(block.content) || std::holds_alternative<CitingPages>(block.content);
}

/// Rows that hold more than a fact stand apart: numbered ones, those of speakers, quotations.
bool stands_apart(const LabelledRow& row) {
    const bool quotes = !row.content.empty() && row.content.front().role == "quote";
    return !row.number.empty() || !row.sublabel.empty() || quotes || has_strength(row.label);
}

/// Keeps strips on one page, unless they take more than half of it.
void keep_together(std::vector<Strip>& strips, double most) {
    if (height_of(strips) > most) return;
    for (std::size_t i = 0; i + 1 < strips.size(); ++i) strips[i].keep = Keep::hard;
}

}  // namespace

std::vector<Strip> BlockLayout::lay(const std::vector<PackBlock>& blocks) {
    for (const PackBlock& block : blocks) {
        if (!is_row(block)) list_ = -1;
        std::visit(*this, block.content);
    }
    return std::move(out_);
}

/// In boxes and cells blocks stand close together.
Space BlockLayout::named(std::string_view name) const {
    if (frame_.place == Frame::Place::page) return style_.space(name);
    if (frame_.place == Frame::Place::cell && (name == "list" || name == "caption")) return {style_.text.list_above, 0};
    return {frame_.place == Frame::Place::box ? style_.box.row_gap : 0, 0};
}

double BlockLayout::space_above(Space space, bool exact) const {
    if (above_ == Above::nothing) return 0;
    if (above_ == Above::heading) return after_;
    return exact ? space.before : std::max(space.before, after_);
}

void BlockLayout::append(std::vector<Strip> strips, Space space, bool exact) {
    if (strips.empty()) return;
    strips.front().before += space_above(space, exact);
    strips.front().on_grid |= above_ == Above::figure && !exact;
    strips.front().new_page |= break_next_;
    break_next_ = false;
    strips.front().numbering = std::exchange(numbering_next_, -1);
    // A heading keeps with two lines: a single one below it keeps with what follows.
    if (above_ == Above::heading && strips.size() == 1) strips.front().keep = std::max(strips.front().keep, Keep::soft);
    std::move(strips.begin(), strips.end(), std::back_inserter(out_));
    above_ = Above::other;
    after_ = space.after;
}

void BlockLayout::append_figure(std::vector<Strip> strips, Space space, Region note) {
    append(std::move(strips), space);
    above_ = Above::figure;
    note_ = note;
}

void BlockLayout::operator()(const Paragraph& paragraph) {
    Paragraph own = paragraph;
    own.role = role_in(frame_.place, paragraph.role);
    const bool note =
        paragraph.role == "caption" && above_ == Above::figure && frame_.place == Frame::Place::page && !out_.empty();
    std::vector<Strip> strips = typesetter_.paragraph(own, TextSetting{note ? note_ : frame_.words});
    if (paragraph.keeps)
        for (Strip& strip : strips) strip.keep = Keep::hard;
    if (paragraph.close) {
        append(std::move(strips), {style_.grid.unit / 4, 0}, true);
    } else if (note) {
        out_.back().keep = std::max(out_.back().keep, Keep::soft);
        append(std::move(strips), named("caption"), true);
        above_ = Above::figure;
        after_ = named("table").after;
    } else {
        append(std::move(strips), named(paragraph.role == "caption" ? "caption" : "paragraph"));
    }
}

void BlockLayout::operator()(const Heading& heading) {
    const int index = next_heading_++;
    if (static_cast<std::size_t>(index) >= flow_.headings.size()) return;
    const HeadingPlace& place = flow_.headings[static_cast<std::size_t>(index)];
    if (heading.verbatim) item_title_ = plain_text(heading.content);
    append(lay_heading(heading, index, place, frame_, typesetter_), named(space_of(heading)));
    if (heading.printed) above_ = Above::heading;
}

void BlockLayout::operator()(const List& list) { append(lay_list(list, frame_, typesetter_), named("list")); }

void BlockLayout::operator()(const LabelledRow& row) {
    if (list_ < 0) list_ = typesetter_.add_element("L", -1);
    const bool numbered = stands_apart(row);
    const Space space = named(row.continues ? "row-continued" : numbered ? "row-numbered" : "row");
    append(lay_row(row, frame_, list_, typesetter_), space, row.continues && above_ == Above::other);
    if (numbered && frame_.place == Frame::Place::page) after_ = style_.space("row-numbered").after;
}

void BlockLayout::operator()(const Table& table) {
    const Region note = note_region(column_regions(table, frame_.full, typesetter_), frame_.full);
    append_figure(lay_table(table, frame_.full, flow_, typesetter_), named("table"), note);
}

void BlockLayout::operator()(const PageBreak& page_break) {
    break_next_ = true;
    if (page_break.prefix.empty()) return;
    numbering_next_ = static_cast<int>(flow_.numberings.size());
    flow_.numberings.push_back({page_break.prefix, page_break.letters, page_break.first});
}

void BlockLayout::operator()(const Contents& contents) {
    const std::size_t first = out_.size();
    append(lay_contents(contents, flow_, typesetter_), named("contents"));
    if (out_.size() > first + 1 && !contents.title.empty()) {
        for (std::size_t i = first; i < out_.size(); ++i)
            if (out_[i].page_number >= 0) {
                out_[i].before = style_.space("h1").after;
                break;
            }
    }
}

void BlockLayout::operator()(const Annex& annex) {
    append(lay_sheets(annex, flow_, typesetter_), {});
    if (annex.blocks.empty()) return;
    break_next_ = true;
    above_ = Above::nothing;
    list_ = -1;
    for (const PackBlock& block : annex.blocks) {
        if (!is_row(block)) list_ = -1;
        std::visit(*this, block.content);
    }
}

void BlockLayout::operator()(const CitingPages& citing) {
    if (citing.pages.empty()) return;
    if (is_one_column(typesetter_.style())) {
        Paragraph label{"row-label", {TextRun{citing.label}}};
        label.keeps = true;
        (*this)(label);
        Paragraph pages{"own", {TextRun{citing.pages}}};
        pages.close = true;
        return (*this)(pages);
    }
    LabelledRow row;
    row.label.push_back(TextRun{citing.label});
    row.content.push_back({"own", {TextRun{citing.pages}}, "", "", {}});
    (*this)(row);
}

void BlockLayout::operator()(const Figure& figure) {
    const bool is_bars = std::holds_alternative<Bars>(figure.drawing);
    append_figure(lay_figure(figure, frame_.full, flow_, typesetter_), named("table"),
                  is_bars ? frame_.text : frame_.full);
}

void BlockLayout::operator()(const NotesBox& box) {
    if (frame_.place != Frame::Place::page) return;
    if (box.loose && box.position.empty() && box.notes.empty()) return;
    flow_.notes.push_back(plan_notes(box, item_title_, typesetter_));
    flow_.notes.back().box = static_cast<int>(flow_.notes.size()) - 1;
    add_special(true, static_cast<int>(flow_.notes.size()) - 1, 0, {style_.notes.above, 0});
}

void BlockLayout::operator()(const Columns& columns) {
    ColumnsPlan plan = lay_columns(columns, frame_, typesetter_);
    if (plan.entries.empty()) return;
    const double least = plan.entries.front().height;
    flow_.columns.push_back(std::move(plan));
    add_special(false, static_cast<int>(flow_.columns.size()) - 1, least, named("columns"));
    above_ = Above::figure;
    note_ = frame_.full;
}

void BlockLayout::add_special(bool is_notes, int index, double least, Space space) {
    Strip strip;
    strip.special = static_cast<int>(flow_.specials.size());
    strip.height = least;
    flow_.specials.push_back({is_notes, index});
    std::vector<Strip> strips;
    strips.push_back(std::move(strip));
    append(std::move(strips), space);
}

std::vector<Strip> BlockLayout::lay_inside(Frame::Place place, Region region, const std::vector<PackBlock>& blocks) {
    return BlockLayout(inner_frame(place, region, style_), flow_, typesetter_, next_heading_).lay(blocks);
}

void BlockLayout::operator()(const TintedBox& box) {
    const Region outer = frame_.words;
    const Region inside{outer.x + style_.box.padding_x, outer.width - 2 * style_.box.padding_x};
    std::vector<Strip> strips;
    if (!box.title.empty()) {
        strips = typesetter_.text({TextRun{box.title}}, "box-title", TextSetting{inside});
        for (Strip& strip : strips) strip.keep = Keep::hard;
    }
    std::vector<Strip> content = lay_inside(Frame::Place::box, inside, box.content);
    if (!content.empty() && !strips.empty()) content.front().before = 2 * style_.box.row_gap;
    std::move(content.begin(), content.end(), std::back_inserter(strips));
    if (strips.empty()) return;
    tint(strips, outer);
    append_figure(std::move(strips), named("box"), frame_.words);
}

void BlockLayout::tint(std::vector<Strip>& strips, Region region) {
    shift(strips.front(), 0, style_.box.padding_y);
    strips.front().height += style_.box.padding_y;
    strips.back().height += style_.box.padding_y;
    keep_together(strips, style_.body_height() / 2);
    flow_.boxes.push_back({region.x, region.x + region.width});
    for (Strip& strip : strips) strip.box = static_cast<int>(flow_.boxes.size()) - 1;
}

void BlockLayout::operator()(const Grid& grid) {
    std::vector<Strip> strips;
    for (std::size_t i = 0; i < grid.cells.size(); i += 2) {
        const std::vector<PackBlock>* right = i + 1 < grid.cells.size() ? &grid.cells[i + 1] : nullptr;
        std::vector<Strip> row = lay_cells(grid.cells[i], right);
        if (row.empty()) continue;
        if (!strips.empty()) row.front().before = style_.cells.gap;
        row.front().above =
            StripRule{frame_.full.x, frame_.full.x + frame_.full.width, style_.rule.light, style_.colour("ink"), false};
        shift(row.front(), 0, style_.table.padding);
        row.front().height += style_.table.padding;
        std::move(row.begin(), row.end(), std::back_inserter(strips));
    }
    append_figure(std::move(strips), named("cells"), frame_.full);
}

std::vector<Strip> BlockLayout::lay_cells(const std::vector<PackBlock>& left, const std::vector<PackBlock>* right) {
    const double full = style_.page.width - style_.page.left - style_.page.right;
    const double scale = frame_.full.width / full;
    const Region first{frame_.full.x, style_.cells.first_width * scale};
    const double second_x = first.x + first.width + style_.cells.gutter * scale;
    const Region second{second_x, frame_.full.x + frame_.full.width - second_x};
    std::vector<std::vector<Strip>> cells;
    cells.push_back(lay_inside(Frame::Place::cell, first, left));
    if (right) cells.push_back(lay_inside(Frame::Place::cell, second, *right));
    double tallest = 0;
    for (const auto& cell : cells) tallest = std::max(tallest, height_of(cell));
    return side_by_side(std::move(cells), tallest > style_.table.unbroken * style_.body_height());
}

}  // namespace rapporteur
