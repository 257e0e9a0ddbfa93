#include "writers/docx/docx_cover.h"

#include <algorithm>
#include <vector>

#include "layout/cover_layout.h"
#include "support/text.h"
#include "writers/docx/docx_look.h"
#include "writers/docx/docx_table.h"
#include "writers/docx/docx_table_styles.h"

namespace rapporteur {
namespace {

class CoverWriter {
public:
    CoverWriter(const Cover& cover, const Style& style, DocxInlines& inlines)
        : cover_(cover), style_(style), inlines_(inlines) {}

    void write(DocxBody& body) const {
        body.add_table(table_xml(look_of(columns(), cover_.kind), kind_row() + logo_row() + title_row() + fact_rows()),
                       {});
        if (!cover_.counts.empty()) body.add_table(counts_table(), {0, 0});
    }

private:
    double indent() const { return style_.cover.value_x - style_.page.left; }
    double width() const { return style_.body_right() - style_.page.left; }
    double mark_width() const { return indent(); }
    std::vector<double> columns() const { return {indent(), width() - indent() - mark_width(), mark_width()}; }

    TableLook look_of(const std::vector<double>& widths, const std::string& title) const {
        return {
            .style = rows_table_style, .columns = widths, .title = title, .right_to_left = inlines_.right_to_left()};
    }

    std::string paragraph(const std::string& role, const std::string& text, ParagraphLook look = {}) const {
        look.style = style_id(style_, role);
        return paragraph_xml(look, inlines_.text(text));
    }

    std::string cell(double cell_width, const std::string& content, std::optional<CellLine> top = {},
                     int span = 1) const {
        return cell_xml({.width = cell_width, .columns = span, .top = top}, content);
    }

    // Smaller letters for titles that would not fit into as many lines as the style allows.
    std::string title_role() const {
        const std::size_t size = count_code_points(cover_.title);
        for (const char* role : {"cover-title", "cover-title-medium"})
            if (static_cast<double>(size) <= letters_in_title(role)) return role;
        return "cover-title-small";
    }

    double letters_in_title(const char* role) const {
        constexpr double letter = 0.5;  // em, on average with what lines leave empty
        return style_.cover.title_lines * width() / (letter * style_.role(role).size);
    }

    // The kind stands under the rule at the top, the title as far down as the style says.
    std::string kind_row() const {
        const CellLine rule{style_.cover.rule_width, style_.colour("accent")};
        const double above = style_.cover.kind_y - style_.cover.rule_y;
        const auto made = columns();
        const ParagraphLook look{.before = above};
        ParagraphLook right = look;
        right.right_aligned = true;
        const double below = cover_.logo ? style_.cover.logo_y : style_.cover.title_y;
        return row_xml({.whole = true, .height = below - style_.page.top},
                       cell(made[0], paragraph("cover-kind", cover_.kind, look), rule) +
                           cell(made[1], paragraph("cover-body", cover_.body, look), rule) +
                           cell(made[2], paragraph("cover-kind", cover_.classification, right), rule));
    }

    std::string logo_row() const {
        if (!cover_.logo) return {};
        const PictureSize size = logo_size(*cover_.logo, style_);
        const std::string path = cover_.logo->kind == PictureKind::png ? "media/logo.png" : "media/logo.jpeg";
        const std::string drawing =
            inlines_.drawing(path, {size.width, size.height, cover_.logo->bytes}, cover_.logo_alt);
        ParagraphLook look{.style = style_id(style_, "cover-line")};
        look.indent = 0;
        look.line = style_.grid.unit;
        look.line_grows = true;
        return row_xml({.whole = true, .height = style_.cover.title_y - style_.cover.logo_y},
                       cell(width(), paragraph_xml(look, drawing), {}, 3));
    }

    std::string title_row() const {
        std::string content = paragraph(title_role(), cover_.title);
        bool first = true;
        for (const auto& line : cover_.lines) {
            ParagraphLook look;
            if (first) look.before = style_.cover.lines_gap;
            content += paragraph("cover-line", line, look);
            first = false;
        }
        return row_xml({.whole = true, .height = style_.cover.facts_y - style_.cover.title_y},
                       cell(width(), content, {}, 3));
    }

    std::string fact_rows() const {
        std::string rows;
        std::optional<CellLine> line{{style_.rule.heavy, style_.colour("ink")}};
        const auto made = columns();
        for (const auto& fact : cover_.facts) {
            rows += row_xml({.whole = true}, cell(made[0], paragraph("cover-label", fact.label), line) +
                                                 cell(made[1] + made[2], paragraph("cover-fact", fact.value), line, 2));
            line.reset();
        }
        return rows;
    }

    std::string counts_table() const {
        const std::vector<double> shares = count_shares();
        const CellLine line{style_.rule.light, style_.colour("ink")};
        const ParagraphLook low{.before = style_.cover.counts_gap};
        std::vector<double> widths{indent()};
        std::string cells = cell(indent(), paragraph("cover-label", cover_.counts_label, low), line);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const auto& count = cover_.counts[i];
            widths.push_back((width() - indent()) * shares[i]);
            cells += cell(widths.back(),
                          paragraph("cover-number", count.number) + paragraph("cover-caption", count.caption), line);
        }
        return table_xml(look_of(widths, cover_.counts_label), row_xml({.whole = true}, cells));
    }

    /// What each figure takes of the line, by the letters of its caption.
    std::vector<double> count_shares() const {
        constexpr double least = 6, gap = 3;  // letters
        std::vector<double> shares;
        double sum = 0;
        for (const auto& count : cover_.counts) {
            shares.push_back(std::max(static_cast<double>(count_code_points(count.caption)), least) + gap);
            sum += shares.back();
        }
        for (double& share : shares) share /= sum;
        return shares;
    }

    const Cover& cover_;
    const Style& style_;
    DocxInlines& inlines_;
};

}  // namespace

void add_cover(const Cover& cover, const Style& style, DocxInlines& inlines, DocxBody& body) {
    CoverWriter(cover, style, inlines).write(body);
}

}  // namespace rapporteur
