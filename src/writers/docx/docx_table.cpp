#include "writers/docx/docx_table.h"

#include <numeric>

#include "writers/docx/docx_look.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

std::string width_xml(std::string_view name, double points) {
    return tag(name, {{"w:w", twips(points)}, {"w:type", "dxa"}});
}

std::string line_xml(std::string_view side, const CellLine& line) {
    if (line.width <= 0) return {};
    return tag(side, {{"w:val", "single"},
                      {"w:sz", eighth_points(line.width)},
                      {"w:space", "0"},
                      {"w:color", hex_colour(line.colour)}});
}

std::string margin_xml(std::string_view side, double points) { return points > 0 ? width_xml(side, points) : ""; }

// Said of each table, as not every reader takes it from the default table style.
std::string no_margins() {
    return tag("w:tblCellMar", {},
               width_xml("w:top", 0) + width_xml("w:left", 0) + width_xml("w:bottom", 0) + width_xml("w:right", 0));
}

std::string wrapped(std::string_view name, const std::string& content) {
    return content.empty() ? content : tag(name, {}, content);
}

}  // namespace

std::string cell_xml(const CellLook& look, std::string_view content) {
    std::string out = width_xml("w:tcW", look.width);
    if (look.columns > 1) out += property("w:gridSpan", std::to_string(look.columns));
    out += wrapped("w:tcBorders", line_xml("w:top", look.top) + line_xml("w:left", look.left) +
                                      line_xml("w:bottom", look.bottom) + line_xml("w:right", look.right));
    if (!look.shade.empty()) out += tag("w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", look.shade}});
    out +=
        wrapped("w:tcMar", margin_xml("w:top", look.margin_top) + margin_xml("w:left", look.margin_left) +
                               margin_xml("w:bottom", look.margin_bottom) + margin_xml("w:right", look.margin_right));
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
    std::string properties;
    if (look.right_to_left) properties += "<w:bidiVisual/>";
    properties += width_xml("w:tblW", width) + width_xml("w:tblInd", look.indent) +
                  tag("w:tblLayout", {{"w:type", "fixed"}}) + no_margins() + tag("w:tblLook", {{"w:val", "0420"}});
    if (!look.caption.empty()) properties += property("w:tblCaption", look.caption);
    if (!look.description.empty()) properties += property("w:tblDescription", look.description);
    std::string grid;
    for (const double column : look.columns) grid += tag("w:gridCol", {{"w:w", twips(column)}});
    return tag("w:tbl", {}, (tag("w:tblPr", {}, properties) + tag("w:tblGrid", {}, grid)).append(rows));
}

}  // namespace rapporteur
