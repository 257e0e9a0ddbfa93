#include "writers/docx/docx_rows.h"

#include <algorithm>

#include "writers/docx/docx_styles.h"
#include "writers/docx/docx_table.h"

namespace rapporteur {
namespace {

bool has_mark(const Inlines& inlines) {
    return std::any_of(inlines.begin(), inlines.end(),
                       [](const Inline& one) { return std::holds_alternative<StrengthMark>(one); });
}

class RowsWriter {
public:
    RowsWriter(DocxWriting& writing, const std::vector<const LabelledRow*>& rows, const DocxMeasure& measure)
        : writing_(writing), rows_(rows), measure_(measure) {}

    void write(DocxBody& body) {
        const std::vector<double> widths = columns();
        std::string made;
        for (const auto* row : rows_) made += row_of(*row, widths, row == rows_.front());
        TableLook look{.columns = widths, .right_to_left = writing_.right_to_left()};
        std::erase(look.columns, 0.0);
        body.add_table(table_xml(look, made), space_of(*rows_.front()));
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

    // The first row of a group keeps the distance that the block above asks for.
    Space space_of(const LabelledRow& row) const {
        if (row.continues) return {style().space("row-continued").before, 0};
        const bool apart = !row.number.empty() || !row.sublabel.empty() || has_mark(row.label);
        return {style().space(apart ? "row-numbered" : "row").before,
                style().space(apart ? "row-numbered" : "row").after};
    }

    std::string cell(double width, int span, const std::string& content, double margin = 0) const {
        return cell_xml({.width = width, .columns = span, .margin_right = margin}, content);
    }

    double gap() const { return style().grid.text_x - style().grid.number_x - style().grid.number_width; }

    double leading_of_text(const LabelledRow& row) const {
        const std::string role = row.content.empty() ? "own" : writing_.known_role(row.content.front().role, "own");
        return style().role(role).leading;
    }

    std::string label_cell(const LabelledRow& row, double before) {
        ParagraphLook look = look_of(writing_, label_role(), measure_);
        if (before > 0) look.before = before;
        look.line = leading_of_text(row);  // so that the first baselines meet
        std::string runs = writing_.inlines.runs(row.label, label_role());
        std::string out = paragraph_xml(look, writing_.places.placed(writing_.places.bookmark(row.anchor), runs));
        if (!row.sublabel.empty())
            out += paragraph_xml(look_of(writing_, "affiliation", measure_),
                                 writing_.inlines.runs(row.sublabel, "affiliation"));
        return out;
    }

    std::string number_cell(const LabelledRow& row, double before) {
        ParagraphLook look = look_of(writing_, "list-number", measure_);
        look.right_aligned = true;
        look.end_indent =
            gap();  // not a margin of the cell: readers differ on its side where tables run from the right
        if (before > 0) look.before = before;
        look.line = leading_of_text(row);
        return paragraph_xml(look, writing_.inlines.text(row.number));
    }

    std::string text_cell(const LabelledRow& row, double before) {
        DocxBody inside(before);
        for (const auto& paragraph : row.content) add_paragraph(writing_, paragraph, inside, {measure_.width, true});
        return inside.take(true);
    }

    std::string row_of(const LabelledRow& row, const std::vector<double>& columns, bool first) {
        const double before = first ? 0 : space_of(row).before;
        std::string cells = cell(columns[0], 1, label_cell(row, before), columns[1] > 0 ? 0 : gap());
        if (columns[1] > 0) cells += cell(columns[1], 1, number_cell(row, before));
        return row_xml({}, cells + cell(columns[2], 1, text_cell(row, before)));
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
