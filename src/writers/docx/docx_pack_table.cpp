#include "writers/docx/docx_pack_table.h"

#include <algorithm>
#include <numeric>

#include "support/text.h"
#include "writers/docx/docx_styles.h"
#include "writers/docx/docx_table.h"
#include "writers/docx/docx_table_styles.h"

namespace rapporteur {
namespace {

constexpr double points_per_mm = 72 / 25.4;

std::size_t text_size(const TableRow& row) {
    std::size_t size = 0;
    for (const auto& cell : row.cells)
        for (const auto& paragraph : cell.content) size = std::max(size, words_of(paragraph.content).size());
    return size;
}

std::size_t longest_word(const Inlines& inlines) {
    std::size_t longest = 0;
    const std::string text = words_of(inlines);
    constexpr std::size_t most = 30;  // a longer one is an address, which breaks anywhere
    for (const std::string_view word : split(text, ' ')) longest = std::max(longest, count_code_points(word));
    return std::min(longest, most);
}

// Shares of columns by their content: what their longest paragraph has in letters, within reason.
void share_by_content(const Table& table, std::vector<ColumnWidth>& columns) {
    constexpr double least = 4, most = 40, letters_of_share = 20;
    std::vector<std::size_t> longest(columns.size());
    for (const auto* rows : {&table.head, &table.body})
        for (const auto& row : *rows)
            for (std::size_t i = 0; i < std::min(row.cells.size(), columns.size()); ++i)
                for (const auto& paragraph : row.cells[i].content)
                    longest[i] = std::max(longest[i], words_of(paragraph.content).size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].by_content())
            columns[i].fraction = std::clamp(static_cast<double>(longest[i]), least, most) / letters_of_share;
}

class TableWriter {
public:
    TableWriter(DocxWriting& writing, const Table& table, const DocxMeasure& measure)
        : writing_(writing),
          style_(writing.style),
          table_(table),
          widths_(column_widths(table, measure.width)),
          note_follows_(measure.note_follows) {
        for (const auto& row : table.head) rows_.push_back(&row);
        for (const auto& row : table.body) rows_.push_back(&row);
    }

    std::string write() {
        std::string rows;
        for (std::size_t i = 0; i < rows_.size(); ++i) rows += row(i);
        return table_xml({.style = table_style(),
                          .columns = widths_,
                          .head = styled_head(),
                          .title = table_.caption.empty() ? writing_.heading : table_.caption,
                          .right_to_left = writing_.right_to_left()},
                         rows);
    }

private:
    bool is_head(std::size_t index) const { return index < table_.head.size(); }
    // Whether most lines between its rows are none: not every reader lets a cell have no line where the style has one.
    bool is_open() const {
        return table_.head.size() > 1 || std::any_of(table_.body.begin(), table_.body.end(), [](const TableRow& row) {
                   return row.kind == RowKind::item || row.kind == RowKind::talk || row.kind == RowKind::band;
               });
    }

    const char* table_style() const {
        return table_.role == "key" ? rows_table_style : is_open() ? agenda_table_style : ruled_table_style;
    }

    // The line between a row and the one above it, where the table's style has another one there.
    std::optional<CellLine> line_above(std::size_t index) const {
        if (table_.role == "key" || index == 0 || index == rows_.size() || is_head(index)) return std::nullopt;
        const RowKind kind = rows_[index]->kind, above = rows_[index - 1]->kind;
        const CellLine ink{style_.rule.light, style_.colour("ink")}, hair{style_.rule.light, style_.colour("hair")};
        if (is_head(index - 1)) return styled_head() ? std::nullopt : std::optional(ink);
        if (above == RowKind::group || kind == RowKind::item || kind == RowKind::band) return ink;
        return is_open() && kind != RowKind::talk ? std::optional(hair) : std::nullopt;
    }

    // Ruled tables know heads, of one row.
    bool styled_head() const { return !table_.head.empty() && !is_open(); }

    // A heading row stays with the rows it heads, an item with its talks, the last row with the note below.
    bool keeps_with_next(std::size_t index) const {
        if (index + 1 >= rows_.size()) return note_follows_;
        const RowKind kind = rows_[index]->kind;
        return is_head(index) || kind == RowKind::group || kind == RowKind::band ||
               rows_[index + 1]->kind == RowKind::talk;
    }

    bool follows_head(std::size_t index) const {
        return index > 0 && (is_head(index - 1) || rows_[index - 1]->kind == RowKind::group ||
                             rows_[index - 1]->kind == RowKind::band);
    }

    // As on the pages; a band stands apart from the rows above it, which have the space, as it is tinted.
    Space padding_of(std::size_t index) const {
        const auto& look = style_.table;
        Space padding{look.padding, look.padding};
        if (table_.role == "key") return padding;
        const RowKind kind = rows_[index]->kind;
        if (kind == RowKind::group) padding.before = look.group_above;
        if (kind == RowKind::item) padding = {look.item_padding, look.item_padding};
        if (kind == RowKind::talk) padding = {follows_head(index) ? look.item_padding : 0, look.item_padding};
        const bool above_band = index + 1 < rows_.size() && rows_[index + 1]->kind == RowKind::band;
        if (above_band && !follows_head(index + 1)) padding.after += look.band_above;
        return padding;
    }

    // Where it is not the style's.
    std::optional<double> said(double padding) const {
        const bool styled = table_.role != "key" && padding == style_.table.padding;
        return styled ? std::nullopt : std::optional(padding);
    }

    std::string row(std::size_t index) {
        const TableRow& row = *rows_[index];
        constexpr std::size_t long_text = 1500;  // bytes: about half a page of a table's text column
        std::string cells;
        std::size_t column = 0;
        for (const auto& cell : row.cells) {
            if (column >= widths_.size()) break;
            const std::size_t span = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(cell.columns, 1)), 1,
                                                             widths_.size() - column);
            cells += this->cell(cell, index, column, span);
            column += span;
        }
        if (column < widths_.size()) cells += this->cell({}, index, column, widths_.size() - column);
        return row_xml({.header = is_head(index), .whole = is_head(index) || text_size(row) < long_text}, cells);
    }

    std::string cell(const TableCell& cell, std::size_t index, std::size_t column, std::size_t span) {
        const auto from = widths_.begin() + static_cast<std::ptrdiff_t>(column);
        const bool last = column + span == widths_.size();
        const Space padding = padding_of(index);
        CellLook look{.width = std::accumulate(from, from + static_cast<std::ptrdiff_t>(span), 0.0),
                      .columns = static_cast<int>(span),
                      .top = line_above(index),
                      .bottom = line_above(index + 1),
                      .margin_top = said(padding.before),
                      .margin_bottom = said(padding.after),
                      .margin_right = last ? std::nullopt : std::optional(table_.gutter_mm * points_per_mm)};
        if (rows_[index]->kind == RowKind::band) look.shade = hex_colour(style_.colour("tint"));
        return cell_xml(look, content(cell, index, column == 0, look.width));
    }

    std::string content(const TableCell& cell, std::size_t index, bool first_cell, double width) {
        DocxBody inside;
        if (first_cell && !rows_[index]->anchor.empty()) {
            const std::string place = writing_.places.placed(writing_.places.bookmark(rows_[index]->anchor), "");
            if (!cell.content.empty()) inside.put_before_next(place);
        }
        for (const auto& paragraph : cell.content)
            add_paragraph(writing_, paragraph, inside, {width, true}, {.keep_next = keeps_with_next(index)});
        if (cell.content.empty()) return paragraph_xml({.style = style_id(style_, "table-own")}, "");
        return inside.take(true);
    }

    DocxWriting& writing_;
    const Style& style_;
    const Table& table_;
    std::vector<double> widths_;
    bool note_follows_;
    std::vector<const TableRow*> rows_;
};

}  // namespace

std::vector<double> column_widths(const Table& table, double width) {
    std::vector<ColumnWidth> columns = table.columns;
    if (columns.empty()) columns.push_back({0, 1});
    share_by_content(table, columns);
    const double gutter = table.gutter_mm * points_per_mm;
    double fixed = gutter * static_cast<double>(columns.size() - 1), shares = 0;
    for (const auto& column : columns) {
        fixed += column.mm * points_per_mm;
        if (column.mm <= 0) shares += std::max(column.fraction, 0.0);
    }
    const double left = std::max(width - fixed, 0.0);
    std::vector<double> widths;
    for (const auto& column : columns)
        widths.push_back(column.mm > 0 ? column.mm * points_per_mm : shares > 0 ? left * column.fraction / shares : 0);
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) widths[i] += gutter;
    const double total = std::accumulate(widths.begin(), widths.end(), 0.0);
    if (total > width && total > 0)
        for (double& one : widths) one *= width / total;
    return widths;
}

bool is_wide(const Table& table, double width) {
    constexpr double letter = 4.2;  // of table text on average, in points
    std::vector<std::size_t> longest(table.columns.size());
    for (const auto* rows : {&table.head, &table.body})
        for (const auto& row : *rows)
            for (std::size_t i = 0; i < std::min(row.cells.size(), longest.size()); ++i)
                for (const auto& paragraph : row.cells[i].content)
                    if (row.cells[i].columns == 1) longest[i] = std::max(longest[i], longest_word(paragraph.content));
    double needed = table.gutter_mm * points_per_mm * static_cast<double>(std::max<std::size_t>(longest.size(), 1) - 1);
    for (std::size_t i = 0; i < longest.size(); ++i)
        needed +=
            table.columns[i].mm > 0 ? table.columns[i].mm * points_per_mm : letter * static_cast<double>(longest[i]);
    return needed > width + points_per_mm;
}

void add_pack_table(DocxWriting& writing, const Table& table, DocxBody& body, const DocxMeasure& measure) {
    if (table.head.empty() && table.body.empty()) return;
    body.add_table(TableWriter(writing, table, measure).write(), writing.style.space("table"));
}

}  // namespace rapporteur
