#include "writers/docx/docx_boxes.h"

#include "writers/docx/docx_headings.h"
#include "writers/docx/docx_styles.h"
#include "writers/docx/docx_table.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

void add_entry(DocxWriting& writing, const Columns::Entry& entry, DocxBody& body) {
    const double indent = writing.style.columns.term_width;
    ParagraphLook look{.style = style_id(writing.style, "table-quote"), .indent = indent, .hanging = indent};
    const std::string runs = writing.inlines.text(entry.term, "term") + run_around({}, "<w:tab/>") +
                             writing.inlines.runs(entry.expansion, "table-quote");
    body.add_paragraph(look, runs, {writing.style.columns.gap, 0}, styled_space(writing.style, "table-quote"));
}

}  // namespace

void add_tinted_box(DocxWriting& writing, const TintedBox& box, DocxBody& body, const DocxMeasure& measure) {
    const auto& style = writing.style;
    const double indent = measure.in_cell ? 0 : writing.text_indent();
    const double width = measure.width - indent;
    DocxBody inside;
    const DocxMeasure inner{width - 2 * style.box.padding_x, true};
    if (!box.title.empty())
        inside.add_paragraph({.style = style_id(style, "box-title")}, writing.inlines.text(box.title), {});
    add_blocks(writing, box.content, inside, inner);
    const CellLook look{.width = width,
                        .shade = hex_colour(style.colour("tint")),
                        .margin_top = style.box.padding_y,
                        .margin_bottom = style.box.padding_y,
                        .margin_left = style.box.padding_x,
                        .margin_right = style.box.padding_x};
    body.add_table(table_xml({.columns = {width}, .indent = indent, .right_to_left = writing.right_to_left()},
                             row_xml({}, cell_xml(look, inside.take(true)))),
                   style.space("box"));
}

void add_grid(DocxWriting& writing, const Grid& grid, DocxBody& body, const DocxMeasure& measure) {
    const auto& style = writing.style;
    const double first = measure.in_cell ? measure.width / 2 : style.cells.first_width + style.cells.gutter;
    const std::vector<double> columns = {first, measure.width - first};
    std::string rows;
    for (std::size_t i = 0; i < grid.cells.size(); i += 2) {
        std::string cells;
        for (std::size_t k = 0; k < 2; ++k) {
            const double margin = k == 0 ? style.cells.gutter : 0;
            DocxBody inside;
            if (i + k < grid.cells.size()) add_blocks(writing, grid.cells[i + k], inside, {columns[k] - margin, true});
            cells += cell_xml({.width = columns[k], .margin_bottom = style.cells.gap, .margin_right = margin},
                              inside.take(true));
        }
        rows += row_xml({}, cells);
    }
    if (!rows.empty())
        body.add_table(table_xml({.columns = columns, .right_to_left = writing.right_to_left()}, rows),
                       style.space("cells"));
}

void add_columns(DocxWriting& writing, const Columns& columns, DocxBody& body, const DocxMeasure& measure) {
    if (measure.in_cell) {
        for (const auto& entry : columns.entries) add_entry(writing, entry, body);
        return;
    }
    DocxPageStretch around = writing.section;
    if (!body.at_section_start()) around.continuous = true;
    DocxPageStretch inside = around;
    inside.columns = 2;
    start_section(writing, inside, body);
    for (const auto& entry : columns.entries) add_entry(writing, entry, body);
    // Columns are balanced where a continuous section follows that holds something.
    around.continuous = true;
    start_section(writing, around, body);
    body.add_empty_line();
}

}  // namespace rapporteur
