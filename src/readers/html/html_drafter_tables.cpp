#include <algorithm>
#include <utility>

#include "readers/html/html_drafter.h"

// How the drafter reads tables of data and lists of terms.
namespace rapporteur {
namespace {

/// Drops the rows without text; cells that reach across them reach over as many rows less.
void drop_empty_rows(std::vector<Row>& rows) {
    const auto is_empty = [](const Row& row) {
        return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return cell.range.empty(); });
    };
    std::vector<int> kept_before(rows.size() + 1, 0);  // rows with text above each
    for (std::size_t at = 0; at < rows.size(); ++at)
        kept_before[at + 1] = kept_before[at] + (is_empty(rows[at]) ? 0 : 1);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        for (Cell& cell : rows[at].cells) {
            const std::size_t end = std::min(rows.size(), at + static_cast<std::size_t>(std::max(1, cell.rows)));
            cell.rows = std::max(1, kept_before[end] - kept_before[at]);
        }
    }
    std::erase_if(rows, is_empty);
}

constexpr std::size_t longest_pair = 400;  // bytes of a term or its text in a list of pairs

}  // namespace

void HtmlDrafter::enter_table(std::size_t node) {
    shape_ = table_at(tree_, node, page_.left_out);
    if (!shape_.data) return;
    table_node_ = node;
    table_.emplace(page_.language);
    table_line_ = 0;
}

void HtmlDrafter::enter_row(std::size_t node) {
    std::size_t table = tree_[node].parent;
    while (tree_[table].tag != Tag::table && table != 0) table = tree_[table].parent;
    if (table != table_node_ || !shape_.data) return;
    in_caption_row_ = node == shape_.caption_row;
    if (!in_caption_row_) table_->start_row(shape_.header_rows.contains(node));
}

void HtmlDrafter::leave_cell(std::size_t node) {
    std::size_t table = tree_[node].parent;
    while (tree_[table].tag != Tag::table && table != 0) table = tree_[table].parent;
    if (table != table_node_) {
        text_.add(" ", 0);
        return;
    }
    const std::vector<Line> lines = cell_lines();
    if (in_caption_row_) return place_caption(lines);
    if (table_->empty()) table_->start_row();
    table_->add_cell(lines, span_of(tree_, node, "colspan"), span_of(tree_, node, "rowspan"));
}

/// What has gathered, as the printed lines of a cell.
std::vector<Line> HtmlDrafter::cell_lines() {
    std::vector<Line> lines;
    for (HtmlLine& line : text_.take()) {
        if (table_line_ == 0) table_line_ = line.draft.block.line;
        lines.push_back(Line());
        lines.back().text = std::move(line.draft.text);
        lines.back().runs = std::move(line.draft.block.runs);
    }
    return lines;
}

/// The name of a table stands above it, in bold.
void HtmlDrafter::place_caption(const std::vector<Line>& lines) {
    Draft caption;
    for (const Line& line : lines) caption.text += (caption.text.empty() ? "" : " ") + line.text;
    if (caption.text.empty()) return;
    caption.block.runs.push_back({{0, caption.text.size()}, true, false, {}});
    caption.block.line = table_line_;
    place(std::move(caption));
    table_line_ = 0;
}

void HtmlDrafter::leave_table() {
    text_.take();
    Draft draft = table_->finish(table_line_, 0);
    table_.reset();
    shape_ = {};
    drop_empty_rows(draft.block.rows);
    if (!draft.text.empty()) place(std::move(draft));
}

/// Short terms with short texts are pairs, as "Date" and "5 May": a table of two columns.
void HtmlDrafter::enter_terms(std::size_t node) {
    bool pairs = false;
    for (std::size_t i = node + 1; i < tree_[node].end; ++i) {
        const Tag tag = tree_[i].tag;
        if (tag == Tag::list || tag == Tag::ordered_list || tag == Tag::table || tag == Tag::heading) return;
        if (tag != Tag::term && tag != Tag::term_text) continue;
        if (tree_.text_of(i).size() > longest_pair) return;
        pairs = pairs || tag == Tag::term_text;
    }
    if (!pairs) return;
    table_node_ = node;
    shape_ = {};
    table_.emplace(page_.language);
    table_line_ = 0;
    cells_of_term_ = 0;
}

void HtmlDrafter::leave_term(std::size_t node) {
    const bool term = tree_[node].tag == Tag::term;
    if (term || cells_of_term_ != 1) {
        table_->start_row();
        if (!term) table_->add_cell({});
    }
    table_->add_cell(cell_lines());
    cells_of_term_ = term ? 1 : 2;
}

}  // namespace rapporteur
