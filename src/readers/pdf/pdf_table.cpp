#include "readers/pdf/pdf_table.h"

#include <algorithm>
#include <utility>

#include "support/text.h"

namespace rapporteur {
namespace {

/// Puts cells together as a table's draft.
class TableMaker {
public:
    void start_row(bool header) {
        if (!draft_.block.rows.empty()) draft_.text += '\n';
        draft_.block.rows.push_back({{}, header});
        row_begin_ = draft_.text.size();
    }

    /// Adds a cell; each of its drafts stands on a line of its own.
    void add(const Drafts& parts, int columns, int rows = 1) {
        if (draft_.text.size() > row_begin_ && !parts.empty()) draft_.text += " | ";
        const std::size_t begin = draft_.text.size();
        for (std::size_t i = 0; i < parts.size(); ++i) append(draft_, parts[i], i == 0 ? "" : "\n");
        draft_.block.rows.back().cells.push_back({{begin, draft_.text.size()}, columns, rows});
    }

    Draft finish(int page) {
        draft_.block.kind = BlockKind::table;
        draft_.block.page = page;
        draft_.block.range = {0, draft_.text.size()};
        return std::move(draft_);
    }

private:
    Draft draft_;
    std::size_t row_begin_ = 0;
};

bool is_bold(const PdfCell& cell) {
    return std::all_of(cell.words.begin(), cell.words.end(), [](const PdfWord& word) { return word.bold; });
}

bool is_italic(const PdfCell& cell) {
    return std::all_of(cell.words.begin(), cell.words.end(), [](const PdfWord& word) { return word.italic; });
}

std::size_t words_in(const std::vector<PdfCell>& row) {
    std::size_t words = 0;
    for (const PdfCell& cell : row) words += cell.words.size();
    return words;
}

/// Short names of three columns or more, each without a figure, above rows of far more words.
bool names_columns(const PdfGrid& grid) {
    const std::vector<PdfCell>& first = grid.rows[0];
    const bool names = std::all_of(first.begin(), first.end(), [](const PdfCell& cell) {
        const auto has_figure = [](const PdfWord& word) {
            return word.text.find_first_of("0123456789.;") != std::string::npos;
        };
        return !cell.words.empty() && cell.words.size() <= 5 &&
               std::none_of(cell.words.begin(), cell.words.end(), has_figure);
    });
    if (!names || first.size() < 3 || grid.rows.size() < 2) return false;
    std::size_t words = 0;
    for (std::size_t i = 1; i < grid.rows.size(); ++i) words += words_in(grid.rows[i]);
    return words >= 2 * words_in(first) * (grid.rows.size() - 1);
}

/// A first row of bold or italic cells is the head, unless the next is set alike.
bool is_head(const std::vector<PdfCell>& row, const std::vector<PdfCell>* next) {
    const auto all = [](const std::vector<PdfCell>& cells, const auto& look) {
        return std::all_of(cells.begin(), cells.end(), look);
    };
    const bool bold = all(row, is_bold);
    if (!bold && !all(row, is_italic)) return false;
    return !next || !(bold ? all(*next, is_bold) : all(*next, is_italic));
}

/// The same of a table without rules.
bool has_head(const LineTable& table) {
    const auto all = [](const std::vector<LineCell>& row, bool PdfLine::*look) {
        std::size_t filled = 0;
        for (const LineCell& cell : row) {
            for (const PdfLine& line : cell.lines) {
                if (!(line.*look)) return false;
            }
            filled += cell.lines.empty() ? 0 : 1;
        }
        return filled >= 2;
    };
    if (table.rows.size() < 2) return false;
    const auto& first = table.rows[0];
    const auto& next = table.rows[1];
    return (all(first, &PdfLine::bold) && !all(next, &PdfLine::bold)) ||
           (all(first, &PdfLine::italic) && !all(next, &PdfLine::italic));
}

}  // namespace

Draft table_of_grid(PdfGrid grid, const PdfPage& page, const PdfStyle& style, const Vocabulary& vocabulary) {
    TableMaker maker;
    const bool head = !grid.rows.empty() &&
                      (is_head(grid.rows[0], grid.rows.size() > 1 ? &grid.rows[1] : nullptr) || names_columns(grid));
    for (std::size_t i = 0; i < grid.rows.size(); ++i) {
        maker.start_row(head && i == 0);
        for (PdfCell& cell : grid.rows[i]) {
            PdfRegion region{joined_pieces(lines_of(std::move(cell.words))), cell.x0, cell.x1};
            maker.add(region.lines.empty() ? Drafts() : paragraphs_of(region, page, style, vocabulary), cell.columns);
        }
    }
    return maker.finish(page.number);
}

Draft table_of_lines(const LineTable& table, const PdfPage& page, const Vocabulary& vocabulary) {
    TableMaker maker;
    const std::size_t heads = std::max<std::size_t>(table.heads, has_head(table) ? 1 : 0);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        maker.start_row(i < heads);
        for (const LineCell& cell : table.rows[i]) {
            Drafts parts;
            if (!cell.lines.empty()) parts.push_back(draft_of_lines(cell.lines, page, vocabulary));
            maker.add(parts, cell.columns, cell.rows);
        }
    }
    return maker.finish(page.number);
}

}  // namespace rapporteur
