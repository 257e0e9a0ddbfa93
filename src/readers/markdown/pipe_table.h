#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "readers/draft.h"
#include "readers/marks.h"

namespace rapporteur {

/// A table read from lines of text, and the line after it.
struct TextTable {
    Draft draft;
    std::size_t end = 0;
};

/// The table that starts at line `at`, or nothing. Three forms are known:
/// - grids: a row a line, cells apart by "|", with or without a ruling line ("|---|");
/// - open rows, as browsers and converters export layout tables: "|" ends a cell, a cell may run over several lines,
/// and a
///   "|" alone on a line ends the cell above it or adds an empty one;
/// - tables of contents, whose dots lead to a page;
/// - columns apart by tabs, two lines or more of as many columns.
std::optional<TextTable> read_table(const std::vector<Line>& lines, std::size_t at, std::string_view language);

/// The cells of a grid's row: without the empty ones that bars at the ends of the line make.
std::vector<Line> grid_cells(const Line& line);

/// True for the line under a grid's header: "|---|---|".
bool is_ruling(const Line& line);

/// True where an open row starts at that line: the heading that may stand above a table ends there.
bool starts_open_row(const std::vector<Line>& lines, std::size_t at);

/// Makes the text of a table from its cells and gives the cells their ranges: rows on lines of their own, cells apart
/// by " | ", printed lines of a cell joined where one runs on into the next.
class TableText {
public:
    explicit TableText(std::string_view language) : language_(language) {}
    void start_row(bool header = false);
    /// Adds a cell of these printed lines; without any the cell is empty.
    void add_cell(const std::vector<Line>& printed, int columns = 1, int rows = 1);
    bool empty() const { return draft_.block.rows.empty(); }
    std::size_t rows() const { return draft_.block.rows.size(); }
    /// Makes the last row a header row.
    void mark_header();
    Draft finish(int line, int page);

private:
    void add_line(const Line& line);

    Draft draft_;
    std::string_view language_;
    std::size_t row_begin_ = 0;
};

}  // namespace rapporteur
