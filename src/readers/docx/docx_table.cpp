#include "readers/docx/docx_table.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace rapporteur {
namespace {

/// Reading a draft as a line of a cell: its label is part of the text.
Draft line_of(Draft draft) {
    draft.block.page_breaks.clear();  // cells of a row stand side by side: pages are those of the rows
    draft.block.page = 0;
    if (draft.block.label.empty()) return draft;
    Draft whole;
    whole.text = std::exchange(draft.block.label, {});
    append(whole, draft, draft.text.empty() ? "" : " ");
    return whole;
}

bool all_bold(const DocxRow& row, std::size_t& filled) {
    bool bold = true;
    for (const DocxCell& cell : row.cells) {
        for (const DocxBlock& block : cell.blocks) {
            if (block.draft.text.empty() || cell.goes_on) continue;
            ++filled;
            bold = bold && is_all_bold(block.draft);
        }
    }
    return bold && filled > 0;
}

/// Rows of the head: those that repeat on every page, or a first row that its look sets apart.
void find_head(DocxTable& table) {
    std::vector<DocxRow>& rows = table.rows;
    bool marked = false;
    bool at_top = true;
    for (DocxRow& row : rows) {
        at_top = at_top && row.header;
        row.header = at_top;
        marked = marked || row.header;
    }
    if (marked || rows.size() < 2) return;
    std::size_t first = 0;
    std::size_t second = 0;
    const bool bold = all_bold(rows[0], first);
    const bool next_bold = all_bold(rows[1], second);
    rows[0].header = first >= 2 && ((bold && !next_bold) || table.styled_head);
}

bool is_frame(const DocxTable& table) {
    return std::all_of(table.rows.begin(), table.rows.end(), [](const DocxRow& row) { return row.cells.size() <= 1; });
}

bool is_empty(const DocxCell& cell) {
    return std::all_of(cell.blocks.begin(), cell.blocks.end(), [](const DocxBlock& block) {
        return block.draft.text.empty() && block.draft.block.label.empty();
    });
}

/// Rows that only keep other rows apart, in print, are none.
void drop_spacers(DocxTable& table) {
    std::erase_if(table.rows, [](const DocxRow& row) {
        return std::all_of(row.cells.begin(), row.cells.end(),
                           [](const DocxCell& cell) { return is_empty(cell) && !cell.goes_on; });
    });
}

/// A paragraph that begins with a raised letter or sign.
bool is_typed_note(const DocxBlock& block) {
    return !block.raised.empty() && block.raised.front().begin == 0 &&
           block.raised.front().end < block.draft.text.size();
}

/// Last rows of one cell that hold notes on the table are no rows of it.
DocxBlocks notes_below(DocxTable& table) {
    DocxBlocks notes;
    while (table.rows.size() > 1) {
        std::vector<DocxCell>& cells = table.rows.back().cells;
        const auto filled = std::find_if_not(cells.begin(), cells.end(), is_empty);
        if (filled == cells.end() || std::find_if_not(filled + 1, cells.end(), is_empty) != cells.end()) break;
        if (!std::all_of(filled->blocks.begin(), filled->blocks.end(), is_typed_note)) break;
        notes.insert(notes.begin(), std::make_move_iterator(filled->blocks.begin()),
                     std::make_move_iterator(filled->blocks.end()));
        table.rows.pop_back();
    }
    return notes;
}

class TableComposer {
public:
    DocxBlocks compose(DocxTable table) {
        for (DocxRow& row : table.rows) add_row(row);
        trim_end();
        Block& block = whole_.draft.block;
        block.kind = BlockKind::table;
        block.page = table.rows.empty() ? 0 : table.rows.front().page;
        block.range = {0, whole_.draft.text.size()};
        DocxBlocks out;
        if (!whole_.draft.text.empty()) out.push_back(std::move(whole_));
        std::move(after_.begin(), after_.end(), std::back_inserter(out));
        return out;
    }

private:
    /// Empty rows at the end leave no line feeds in the text.
    void trim_end() {
        std::string& text = whole_.draft.text;
        while (text.ends_with('\n')) text.pop_back();
        for (Row& row : whole_.draft.block.rows) {
            for (Cell& cell : row.cells) {
                cell.range = {std::min(cell.range.begin, text.size()), std::min(cell.range.end, text.size())};
            }
        }
    }

    void add_row(DocxRow& row) {
        Draft& draft = whole_.draft;
        std::vector<Row>& rows = draft.block.rows;
        if (!rows.empty()) draft.text += '\n';
        for (; page_ > 0 && page_ < row.page; ++page_) draft.block.page_breaks.push_back(draft.text.size());
        page_ = row.page;
        rows.push_back({{}, row.header});
        row_begin_ = draft.text.size();
        column_ = 0;
        if (row.before > 0) add_empty(row.before);
        for (DocxCell& cell : row.cells) add_cell(cell);
        if (row.after > 0) add_empty(row.after);
    }

    void add_empty(int columns) {
        const std::size_t at = whole_.draft.text.size();
        whole_.draft.block.rows.back().cells.push_back({{at, at}, columns, 1});
        column_ += columns;
    }

    void add_cell(DocxCell& cell) {
        const auto above = open_.find(column_);
        if (cell.goes_on && above != open_.end()) {
            const auto [row, at] = above->second;
            ++whole_.draft.block.rows[row].cells[at].rows;
            column_ += cell.columns;
            return;
        }
        const std::size_t begin = begin_text(cell);
        bool first = true;
        for (DocxBlock& block : cell.blocks) {
            if (block.draft.block.kind == BlockKind::table || block.note != DocxNoteKind::none) {
                after_.push_back(std::move(block));
                continue;
            }
            add_line(block, first);
            first = false;
        }
        Row& row = whole_.draft.block.rows.back();
        open_[column_] = {whole_.draft.block.rows.size() - 1, row.cells.size()};
        row.cells.push_back({{begin, whole_.draft.text.size()}, cell.columns, 1});
        column_ += cell.columns;
    }

    std::size_t begin_text(const DocxCell& cell) {
        std::string& text = whole_.draft.text;
        const bool filled = std::any_of(cell.blocks.begin(), cell.blocks.end(), [](const DocxBlock& block) {
            return block.draft.block.kind != BlockKind::table && block.note == DocxNoteKind::none;
        });
        if (filled && text.size() > row_begin_) text += " | ";
        return text.size();
    }

    void add_line(DocxBlock& block, bool first) {
        const std::size_t label = block.draft.block.label.empty() ? 0 : block.draft.block.label.size() + 1;
        const std::size_t begin = whole_.draft.text.size() + (first ? 0 : 1) + label;
        for (const Range& range : block.raised) whole_.raised.push_back({range.begin + begin, range.end + begin});
        append(whole_.draft, line_of(std::move(block.draft)), first ? "" : "\n");
    }

    DocxBlock whole_;
    DocxBlocks after_;
    std::map<int, std::pair<std::size_t, std::size_t>>
        open_;  // by column: the row and place of the cell that began there
    std::size_t row_begin_ = 0;
    int column_ = 0;
    int page_ = 0;
};

}  // namespace

DocxBlocks blocks_of_cells(DocxTable table) {
    DocxBlocks out;
    for (DocxRow& row : table.rows) {
        for (DocxCell& cell : row.cells) std::move(cell.blocks.begin(), cell.blocks.end(), std::back_inserter(out));
    }
    return out;
}

DocxBlocks blocks_of_table(DocxTable table) {
    if (is_frame(table)) return blocks_of_cells(std::move(table));
    drop_spacers(table);
    DocxBlocks notes = notes_below(table);
    find_head(table);
    DocxBlocks out = TableComposer().compose(std::move(table));
    std::move(notes.begin(), notes.end(), std::back_inserter(out));
    return out;
}

}  // namespace rapporteur
