#include "writers/docx/docx_rows.h"

#include <algorithm>

#include "support/text.h"
#include "writers/docx/docx_styles.h"
#include "writers/docx/docx_table.h"
#include "writers/docx/docx_table_styles.h"

namespace rapporteur {
namespace {

// As the layout of pages has it.
bool stands_apart(const LabelledRow& row) {
    const bool quotes = !row.content.empty() && row.content.front().role == "quote";
    return !row.number.empty() || !row.sublabel.empty() || quotes ||
           std::any_of(row.label.begin(), row.label.end(),
                       [](const Inline& one) { return std::holds_alternative<StrengthMark>(one); });
}

// Not worth breaking over pages: of so few lines one would stand alone, as not every reader minds that inside rows.
bool is_short(const LabelledRow& row) {
    constexpr std::size_t five_lines = 350;  // letters in the text column
    return row.content.size() == 1 && count_code_points(words_of(row.content.front().content)) < five_lines;
}

class RowsWriter {
public:
    RowsWriter(DocxWriting& writing, const std::vector<const LabelledRow*>& rows, const DocxMeasure& measure)
        : writing_(writing), rows_(rows), measure_(measure) {}

    void write(DocxBody& body) {
        const std::vector<double> widths = columns();
        std::string made;
        double before = 0;  // the first row keeps the distance that the block above asks for
        for (const auto* row : rows_) {
            const Space space = space_of(*row);
            if (row != rows_.front()) before = row->continues ? space.before : std::max(space.before, before);
            made += row_of(*row, widths, before);
            before = space.after;
        }
        TableLook look{.style = rows_table_style,
                       .columns = widths,
                       .title = writing_.heading,
                       .right_to_left = writing_.right_to_left()};
        std::erase(look.columns, 0.0);
        body.add_table(table_xml(look, made), {space_of(*rows_.front()).before, space_of(*rows_.back()).after});
    }

private:
    const Style& style() const { return writing_.style; }

    bool boxed() const { return measure_.in_cell; }
    std::string label_role() const { return boxed() ? "box-label" : "row-label"; }

    std::vector<double> columns() const {
        const auto& grid = style().grid;
        const double label = boxed() ? style().box.label_width : grid.label_width;
        const bool numbered =
            std::any_of(rows_.begin(), rows_.end(), [](const auto* row) { return !row->number.empty(); });
        const double number = boxed() && !numbered ? 0 : grid.text_x - grid.number_x;
        const double text = std::max(measure_.width - label - number, measure_.width / 3);
        return {label, number, text};
    }

    Space space_of(const LabelledRow& row) const {
        if (boxed()) return {style().box.row_gap, 0};
        const Space space = style().space(stands_apart(row) ? "row-numbered" : "row");
        return row.continues ? Space{style().space("row-continued").before, space.after} : space;
    }

    // Not a margin of the cell: readers differ on its side where tables run from the right.
    double gap() const { return style().grid.text_x - style().grid.number_x - style().grid.number_width; }

    double leading_of_text(const LabelledRow& row) const {
        const std::string role = row.content.empty() ? "own" : writing_.known_role(row.content.front().role, "own");
        return style().role(role).leading;
    }

    std::string label_cell(const LabelledRow& row, double before) {
        ParagraphLook look = look_of(writing_, label_role(), measure_);
        if (row.number.empty()) look.end_indent = gap();
        if (before > 0) look.before = before;
        look.line = leading_of_text(row);  // so that the first baselines meet
        std::string runs = writing_.inlines.runs(row.label, label_role());
        std::string out = paragraph_xml(look, writing_.places.placed(writing_.places.bookmark(row.anchor), runs));
        if (row.sublabel.empty()) return out;
        ParagraphLook below = look_of(writing_, "affiliation", measure_);
        below.end_indent = look.end_indent;
        return out + paragraph_xml(below, writing_.inlines.runs(row.sublabel, "affiliation"));
    }

    std::string number_cell(const LabelledRow& row, double before) {
        ParagraphLook look = look_of(writing_, "list-number", measure_);
        look.right_aligned = true;
        look.end_indent = gap();
        if (before > 0) look.before = before;
        look.line = leading_of_text(row);
        return paragraph_xml(look, writing_.inlines.text(row.number));
    }

    std::string text_cell(const LabelledRow& row, double before) {
        DocxBody inside(before);
        for (const auto& paragraph : row.content)
            add_paragraph(writing_, paragraph, inside, {measure_.width, true, style().grid.unit / 2});
        return inside.take(true);
    }

    std::string row_of(const LabelledRow& row, const std::vector<double>& columns, double before) {
        // The label of a row without a number takes the number's column as well.
        CellLook label{.width = columns[0]};
        if (row.number.empty()) {
            label.width += columns[1];
            if (columns[1] > 0) label.columns = 2;
        }
        std::string cells = cell_xml(label, label_cell(row, before));
        if (!row.number.empty()) cells += cell_xml({.width = columns[1]}, number_cell(row, before));
        return row_xml({.whole = is_short(row)}, cells + cell_xml({.width = columns[2]}, text_cell(row, before)));
    }

    DocxWriting& writing_;
    const std::vector<const LabelledRow*>& rows_;
    const DocxMeasure& measure_;
};

}  // namespace

void add_rows(DocxWriting& writing, const std::vector<const LabelledRow*>& rows, DocxBody& body,
              const DocxMeasure& measure) {
    RowsWriter(writing, rows, measure).write(body);
}

}  // namespace rapporteur
