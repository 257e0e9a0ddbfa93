#pragma once

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

/// The look of a table cell; lengths in points.
struct CellLook {
    double width = 0;
    int columns = 1;
    CellLine top, bottom, left, right;
    std::string shade;  // "RRGGBB"
    double margin_top = 0, margin_bottom = 0, margin_left = 0, margin_right = 0;
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
    std::vector<double> columns;
    double indent = 0;
    std::string caption;      // its title among its properties
    std::string description;  // for those who cannot see it
    bool right_to_left = false;
};

/// A w:tbl of fixed columns.
std::string table_xml(const TableLook& look, std::string_view rows);

}  // namespace rapporteur
