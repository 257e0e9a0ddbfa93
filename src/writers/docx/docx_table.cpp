#include "writers/docx/docx_table.h"

#include <numeric>

#include "writers/docx/docx_look.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

std::string width_xml(std::string_view name, double points) {
    return tag(name, {{"w:w", twips(points)}, {"w:type", "dxa"}});
}

std::string margin_xml(std::string_view side, std::optional<double> points) {
    return points ? width_xml(side, *points) : "";
}

std::string wrapped(std::string_view name, const std::string& content) {
    return content.empty() ? content : tag(name, {}, content);
}

// Which parts of its style a table has (17.4.55).
std::string parts_xml(bool head) {
    return tag("w:tblLook", {{"w:val", head ? "0620" : "0600"},
                             {"w:firstRow", head ? "1" : "0"},
                             {"w:lastRow", "0"},
                             {"w:firstColumn", "0"},
                             {"w:lastColumn", "0"},
                             {"w:noHBand", "1"},
                             {"w:noVBand", "1"}});
}

}  // namespace

std::string line_xml(std::string_view side, const CellLine& line) {
    if (line.width <= 0) return tag(side, {{"w:val", "nil"}});
    return tag(side, {{"w:val", "single"},
                      {"w:sz", eighth_points(line.width)},
                      {"w:space", "0"},
                      {"w:color", hex_colour(line.colour)}});
}

std::string shade_xml(const std::string& colour) {
    return tag("w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", colour}});
}

std::string cell_xml(const CellLook& look, std::string_view content) {
    std::string out = width_xml("w:tcW", look.width);
    if (look.columns > 1) out += property("w:gridSpan", std::to_string(look.columns));
    out += wrapped("w:tcBorders", (look.top ? line_xml("w:top", *look.top) : "") +
                                      (look.bottom ? line_xml("w:bottom", *look.bottom) : ""));
    if (!look.shade.empty()) out += shade_xml(look.shade);
    out += wrapped("w:tcMar", margin_xml("w:top", look.margin_top) + margin_xml("w:bottom", look.margin_bottom) +
                                  margin_xml("w:right", look.margin_right));
    return tag("w:tc", {}, tag("w:tcPr", {}, out).append(content));
}

std::string row_xml(const RowLook& look, std::string_view cells) {
    std::string out;
    if (look.whole) out += "<w:cantSplit/>";
    if (look.height > 0) out += tag("w:trHeight", {{"w:val", twips(look.height)}, {"w:hRule", "atLeast"}});
    if (look.header) out += "<w:tblHeader/>";
    return tag("w:tr", {}, wrapped("w:trPr", out).append(cells));
}

std::string table_xml(const TableLook& look, std::string_view rows) {
    const double width = std::accumulate(look.columns.begin(), look.columns.end(), 0.0);
    std::string properties = property("w:tblStyle", look.style);
    if (look.right_to_left) properties += "<w:bidiVisual/>";
    properties += width_xml("w:tblW", width) + width_xml("w:tblInd", look.indent) +
                  tag("w:tblLayout", {{"w:type", "fixed"}}) + parts_xml(look.head);
    if (!look.title.empty())
        properties += property("w:tblCaption", look.title) + property("w:tblDescription", look.title);
    std::string grid;
    for (const double column : look.columns) grid += tag("w:gridCol", {{"w:w", twips(column)}});
    return tag("w:tbl", {}, (tag("w:tblPr", {}, properties) + tag("w:tblGrid", {}, grid)).append(rows));
}

}  // namespace rapporteur
