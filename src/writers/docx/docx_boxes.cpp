#include "writers/docx/docx_boxes.h"

#include <algorithm>

#include "writers/docx/docx_headings.h"
#include "writers/docx/docx_styles.h"
#include "writers/docx/docx_table.h"
#include "writers/docx/docx_table_styles.h"
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

std::size_t letters_in(const std::vector<Paragraph>& paragraphs) {
    constexpr std::size_t line = 45;  // that a paragraph takes at least
    std::size_t letters = 0;
    for (const auto& paragraph : paragraphs) letters += std::max(words_of(paragraph.content).size(), line);
    return letters;
}

// Whether a cell takes at most about half a page; of paragraphs and lists.
bool is_short(const std::vector<PackBlock>& blocks) {
    constexpr std::size_t most = 1500;
    std::size_t letters = 0;
    for (const auto& block : blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
            letters += letters_in({*paragraph});
        else if (const auto* list = std::get_if<List>(&block.content))
            for (const auto& item : list->items) letters += letters_in(item.content);
        else
            return false;
    }
    return letters <= most;
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
    const TableLook look{.style = box_table_style,
                         .columns = {width},
                         .indent = indent,
                         .title = box.title.empty() ? writing.heading : box.title,
                         .right_to_left = writing.right_to_left()};
    body.add_table(table_xml(look, row_xml({}, cell_xml({.width = width}, inside.take(true)))), style.space("box"));
}

void add_grid(DocxWriting& writing, const Grid& grid, DocxBody& body, const DocxMeasure& measure) {
    const auto& style = writing.style;
    const double first = measure.in_cell ? measure.width / 2 : style.cells.first_width + style.cells.gutter;
    const std::vector<double> columns = {first, measure.width - first};
    std::string rows;
    for (std::size_t i = 0; i < grid.cells.size(); i += 2) {
        std::string cells;
        bool whole = true;
        for (std::size_t k = 0; k < 2; ++k) {
            const double margin = k == 0 ? style.cells.gutter : 0;
            DocxBody inside;
            if (i + k < grid.cells.size()) {
                whole &= is_short(grid.cells[i + k]);
                add_blocks(writing, grid.cells[i + k], inside, {columns[k] - margin, true});
            }
            cells += cell_xml({.width = columns[k], .margin_bottom = style.cells.gap, .margin_right = margin},
                              inside.take(true));
        }
        rows += row_xml({.whole = whole}, cells);
    }
    const TableLook look{.style = rows_table_style,
                         .columns = columns,
                         .title = writing.heading,
                         .right_to_left = writing.right_to_left()};
    if (!rows.empty()) body.add_table(table_xml(look, rows), style.space("cells"));
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
