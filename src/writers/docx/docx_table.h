#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/style.h"

namespace rapporteur {

/// A line at one side of a cell: width in points, 0 for none.
struct CellLine {
    double width = 0;
    Colour colour;
};

/// The line as an element of that name: "w:top", "w:insideH".
std::string line_xml(std::string_view side, const CellLine& line);

/// A w:shd of the colour "RRGGBB".
std::string shade_xml(const std::string& colour);

/// The look of a table cell; lengths in points. What is not said is as the table's style has it.
struct CellLook {
    double width = 0;
    int columns = 1;
    std::optional<CellLine> top, bottom;
    std::string shade;  // "RRGGBB"
    std::optional<double> margin_top, margin_bottom, margin_right;
};

/// A w:tc; `content` ends with a paragraph.
std::string cell_xml(const CellLook& look, std::string_view content);

struct RowLook {
    bool header = false;  // repeats on every page
    bool whole = false;   // never broken over pages
    double height = 0;    // at least so high
};

std::string row_xml(const RowLook& look, std::string_view cells);

struct TableLook {
    std::string style;  // its id
    std::vector<double> columns;
    bool head = false;  // the first row is one
    double indent = 0;
    std::string title;  // what it is, for those who cannot see it
    bool right_to_left = false;
};

/// A w:tbl of fixed columns.
std::string table_xml(const TableLook& look, std::string_view rows);

}  // namespace rapporteur
