#include "readers/html/html_table.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <vector>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int most_spanned = 1000;      // the greatest colspan that browsers heed
constexpr std::size_t long_cell = 800;  // bytes of words: more than a cell of data holds
constexpr std::size_t short_cell = 60;

struct CellLook {
    std::size_t text = 0;  // bytes of words
    std::size_t bold = 0;  // of these, in bold
    int columns = 1;
    bool header = false;  // th
    bool blocks = false;  // headings or a table of several rows and columns inside
};

struct RowLook {
    std::size_t node = 0;
    bool in_head = false;
    std::vector<CellLook> cells;

    int columns() const {
        int sum = 0;
        for (const CellLook& cell : cells) sum += cell.columns;
        return sum;
    }
    std::size_t filled() const {
        return static_cast<std::size_t>(
            std::count_if(cells.begin(), cells.end(), [](const CellLook& cell) { return cell.text > 0; }));
    }
    template <class Is>
    bool all_filled(Is is) const {
        return filled() > 0 && std::all_of(cells.begin(), cells.end(),
                                           [&](const CellLook& cell) { return cell.text == 0 || is(cell); });
    }
    bool is_header() const {
        return all_filled([](const CellLook& cell) { return cell.header; });
    }
    bool is_bold() const {
        return all_filled([](const CellLook& cell) { return cell.header || cell.bold * 10 >= cell.text * 9; });
    }
};

/// Gathers what the rows of one table look like.
class TableLook {
public:
    TableLook(const HtmlTree& tree, std::size_t table, const HtmlLeftOut& left_out)
        : tree_(tree), table_(table), left_out_(left_out) {
        scan();
    }

    HtmlTable judge() {
        HtmlTable out;
        std::erase_if(rows_, [](const RowLook& row) { return row.filled() == 0; });
        out.data = is_data();
        if (!out.data) return out;
        std::size_t row = 0;
        if (rows_.size() > 2 && rows_[0].filled() == 1 && (rows_[0].is_bold() || rows_[0].in_head) &&
            (rows_[0].columns() >= columns_ || rows_[0].cells.size() == 1)) {
            out.caption_row = rows_[row++].node;
        }
        for (; row < rows_.size() && (rows_[row].in_head || rows_[row].is_header()) && row + 1 < rows_.size(); ++row)
            out.header_rows.insert(rows_[row].node);
        const bool looks = out.header_rows.empty() && row + 1 < rows_.size() && rows_[row].filled() >= 2 &&
                           rows_[row].is_bold() && !rows_[row + 1].is_bold();
        if (looks) out.header_rows.insert(rows_[row].node);
        return out;
    }

private:
    void scan() {
        std::size_t head_end = 0;
        for (std::size_t i = table_ + 1; i < tree_[table_].end;) {
            const Tag tag = tree_[i].tag;
            const bool cell = tag == Tag::table_cell || tag == Tag::header_cell;
            if (left_out_.contains(i)) {
                i = tree_[i].end;
                continue;
            }
            if (tag == Tag::caption) marked_ = true;
            if (tag == Tag::table_head) head_end = tree_[i].end;
            if (tag == Tag::table_row) rows_.push_back({i, i < head_end, {}});
            if (cell && !rows_.empty()) rows_.back().cells.push_back(look_at(i));
            i = cell ? tree_[i].end : i + 1;
        }
        for (const RowLook& row : rows_) columns_ = std::max(columns_, row.columns());
    }

    CellLook look_at(std::size_t cell) {
        CellLook out;
        out.columns = span_of(tree_, cell, "colspan");
        out.header = tree_[cell].tag == Tag::header_cell;
        marked_ = marked_ || out.header || tree_.has_attribute(cell, "scope") || tree_.has_attribute(cell, "headers");
        std::size_t bold_end = 0;
        std::size_t inner_rows = 0;
        for (std::size_t i = cell + 1; i < tree_[cell].end; ++i) {
            if (left_out_.contains(i)) {
                i = tree_[i].end - 1;
                continue;
            }
            const HtmlNode& node = tree_[i];
            if (node.tag == Tag::bold) bold_end = std::max(bold_end, node.end);
            if (node.tag == Tag::table_row) ++inner_rows;
            if (node.tag == Tag::heading) out.blocks = true;
            if (node.tag != Tag::text) continue;
            const std::size_t words = static_cast<std::size_t>(std::count_if(
                node.text.begin(), node.text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
            const bool blank = trim(node.text).empty();
            out.text += blank ? 0 : words;
            if (i < bold_end && !blank) out.bold += words;
        }
        out.blocks = out.blocks || inner_rows > 1;
        return out;
    }

    bool is_data() const {
        const std::string_view role = tree_.attribute(table_, "role");
        if (role == "presentation" || role == "none" || rows_.empty()) return false;
        if (columns_ < 2) return false;
        if (role == "table" || role == "grid") return true;
        const bool blocks = std::any_of(rows_.begin(), rows_.end(), [](const RowLook& row) {
            return std::any_of(row.cells.begin(), row.cells.end(), [](const CellLook& cell) { return cell.blocks; });
        });
        if (blocks) return false;
        if (marked_ || !tree_.attribute(table_, "summary").empty()) return rows_.size() >= 2;
        return rows_.size() >= 2 && has_columns() && !is_dominated();
    }

    /// Two rows or more have text in more than one column.
    bool has_columns() const {
        return std::count_if(rows_.begin(), rows_.end(), [](const RowLook& row) { return row.filled() > 1; }) >= 2;
    }

    /// One long cell beside short ones is a page beside its menu, unless short cells lead the rows as times do.
    bool is_dominated() const {
        std::size_t longest = 0;
        std::size_t all = 0;
        std::size_t led = 0;
        for (const RowLook& row : rows_) {
            for (const CellLook& cell : row.cells) {
                longest = std::max(longest, cell.text);
                all += cell.text;
            }
            if (row.cells.front().text <= short_cell) ++led;
        }
        if (longest < long_cell) return false;
        const bool leads = rows_.size() >= 3 && led * 10 >= rows_.size() * 7;
        return longest * 10 >= all * (leads ? 9 : 6);
    }

    const HtmlTree& tree_;
    std::size_t table_;
    const HtmlLeftOut& left_out_;
    std::vector<RowLook> rows_;
    int columns_ = 0;
    bool marked_ = false;  // the page says that it is a table of data
};

}  // namespace

HtmlTable table_at(const HtmlTree& tree, std::size_t table, const HtmlLeftOut& left_out) {
    return TableLook(tree, table, left_out).judge();
}

int span_of(const HtmlTree& tree, std::size_t cell, std::string_view attribute) {
    const std::string_view text = trim(tree.attribute(cell, attribute));
    int value = 1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp(value, 1, most_spanned);
}

}  // namespace rapporteur
