#include "writers/docx/docx_table_styles.h"

#include <string_view>

#include "writers/docx/docx_look.h"
#include "writers/docx/docx_table.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

struct TableSides {
    std::string top, left, bottom, right, inside;
};

std::string borders_xml(std::string_view name, const TableSides& sides) {
    return tag(name, {}, sides.top + sides.left + sides.bottom + sides.right + sides.inside);
}

std::string margins_xml(double vertical, double horizontal) {
    const auto side = [](std::string_view name, double points) {
        return tag(name, {{"w:w", twips(points)}, {"w:type", "dxa"}});
    };
    return tag("w:tblCellMar", {},
               side("w:top", vertical) + side("w:left", horizontal) + side("w:bottom", vertical) +
                   side("w:right", horizontal));
}

std::string table_style(const char* id, const char* name, const char* base, const std::string& look) {
    return tag("w:style", {{"w:type", "table"}, {"w:styleId", id}},
               property("w:name", name) + property("w:basedOn", base) + look);
}

}  // namespace

std::string docx_table_styles(const Style& style) {
    const CellLine heavy{style.rule.heavy, style.colour("ink")}, light{style.rule.light, style.colour("ink")};
    const CellLine hair{style.rule.light, style.colour("hair")}, side{style.rule.light, style.colour("rule")};
    const std::string top = line_xml("w:top", heavy), bottom = line_xml("w:bottom", heavy);
    const std::string head =
        tag("w:tblStylePr", {{"w:type", "firstRow"}},
            "<w:pPr><w:keepNext/></w:pPr>" +
                tag("w:tcPr", {}, borders_xml("w:tcBorders", {top, "", line_xml("w:bottom", light), "", ""})));
    const auto sides = [](const TableSides& lines) { return borders_xml("w:tblBorders", lines); };
    const auto made = [](const std::string& content) { return tag("w:tblPr", {}, content); };
    const std::string tint = tag("w:tcPr", {}, shade_xml(hex_colour(style.colour("tint"))));
    return table_style(
               ruled_table_style, "Pack Table", "TableNormal",
               made(sides({top, "", bottom, "", line_xml("w:insideH", hair)}) + margins_xml(style.table.padding, 0)) +
                   head) +
           table_style(agenda_table_style, "Pack Agenda", "TableNormal",
                       made(sides({top, "", bottom, "", ""}) + margins_xml(style.table.padding, 0))) +
           table_style(rows_table_style, "Pack Rows", "TableNormal", made(margins_xml(0, 0))) +
           table_style(box_table_style, "Pack Box", "TableNormal",
                       made(margins_xml(style.box.padding_y, style.box.padding_x)) + tint) +
           table_style(notes_table_style, "Pack Notes", "TableNormal",
                       made(sides({top, line_xml("w:left", side), bottom, line_xml("w:right", side),
                                   line_xml("w:insideH", heavy)}) +
                            margins_xml(style.table.padding, style.notes.inset)));
}

}  // namespace rapporteur
