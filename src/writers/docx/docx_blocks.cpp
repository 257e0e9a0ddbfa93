#include "writers/docx/docx_blocks.h"

#include "layout/bidi.h"
#include "layout/one_column.h"
#include "support/text.h"
#include "writers/docx/docx_boxes.h"
#include "writers/docx/docx_contents.h"
#include "writers/docx/docx_figures.h"
#include "writers/docx/docx_headings.h"
#include "writers/docx/docx_lists.h"
#include "writers/docx/docx_notes_box.h"
#include "writers/docx/docx_pack_table.h"
#include "writers/docx/docx_rows.h"
#include "writers/docx/docx_styles.h"

namespace rapporteur {
namespace {

// Adds any block but labelled rows, which stand together in one table.
struct BlockAdder {
    DocxWriting& writing;
    DocxBody& body;
    const DocxMeasure& measure;

    void operator()(const Paragraph& paragraph) const { add_paragraph(writing, paragraph, body, measure); }
    void operator()(const Heading& heading) const { add_heading(writing, heading, body, measure); }
    void operator()(const List& list) const { add_list(writing, list, body, measure); }
    void operator()(const LabelledRow& row) const { add_rows(writing, {&row}, body, measure); }
    void operator()(const Table& table) const { add_pack_table(writing, table, body, measure); }
    void operator()(const NotesBox& notes) const { add_notes_box(writing, notes, body, measure); }
    void operator()(PageBreak) const { body.break_page(); }
    void operator()(const TintedBox& box) const { add_tinted_box(writing, box, body, measure); }
    void operator()(const Columns& columns) const { add_columns(writing, columns, body, measure); }
    void operator()(const Grid& grid) const { add_grid(writing, grid, body, measure); }
    void operator()(const Annex& annex) const {
        if (annex.in_pdf.empty()) return;
        add_paragraph(writing, {"own", {TextRun{annex.in_pdf}}, "", "", {}}, body, measure);
    }
    void operator()(const CitingPages& citing) const {
        if (citing.pages.empty()) return;
        LabelledRow row;
        row.label.push_back(TextRun{citing.label});
        row.content.push_back({"own", {TextRun{citing.pages}}, "", "", {}});
        add_rows(writing, {&row}, body, measure);
    }
    void operator()(const Figure&) const { add_figure(writing, body); }
    void operator()(const Contents& contents) const { add_contents(writing, contents, body); }
};

bool begins_page(const PackBlock& block) {
    const auto* heading = std::get_if<Heading>(&block.content);
    return heading && (heading->level <= 1 || heading->verbatim);
}

bool is_note(const PackBlock& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block.content);
    return paragraph && paragraph->role == "caption";
}

// A table that is too wide for the page, what heads it and the note under it stand on pages turned on their side.
bool stands_wide(const DocxWriting& writing, const std::vector<PackBlock>& blocks, std::size_t at) {
    if (is_note(blocks[at])) return writing.section.landscape;
    while (at < blocks.size() && std::holds_alternative<Heading>(blocks[at].content)) ++at;
    const auto* table = at < blocks.size() ? std::get_if<Table>(&blocks[at].content) : nullptr;
    return table && is_wide(*table, writing.body_width());
}

// A quotation of some lines that runs against the pack begins at the other side; names and titles stay in their column.
void turn_against(const DocxWriting& writing, const Paragraph& paragraph, const TypeRole& role, double width,
                  ParagraphLook& look) {
    bool from_right = runs_right_to_left(paragraph.language);
    bool one_line = false;
    if (paragraph.language.empty()) {
        if (role.family == "sans") return;
        const std::string words = words_of(paragraph.content);
        from_right = bidi_levels(words, {}, {writing.right_to_left(), false}).right_to_left;
        constexpr double letter = 0.5;  // em, on average
        one_line = static_cast<double>(count_code_points(words)) * role.size * letter < width;
    }
    if (from_right == writing.right_to_left()) return;
    look.right_to_left = from_right;
    look.right_aligned = one_line;  // the end of its line is where those of the pack begin
}

void turn_page(DocxWriting& writing, DocxBody& body, bool landscape) {
    if (writing.section.landscape == landscape) return;
    DocxPageStretch next = writing.section;
    next.landscape = landscape;
    next.cover = next.continuous = false;
    start_section(writing, next, body);
}

}  // namespace

std::string DocxWriting::known_role(const std::string& role, const std::string& fallback) const {
    return style.roles.contains(role) ? role : fallback;
}

ParagraphLook look_of(const DocxWriting& writing, const std::string& role, const DocxMeasure& measure) {
    ParagraphLook look{.style = style_id(writing.style, role)};
    if (measure.in_cell && is_indented(role)) look.indent = 0;
    return look;
}

void add_paragraph(DocxWriting& writing, const Paragraph& paragraph, DocxBody& body, const DocxMeasure& measure,
                   ParagraphLook look) {
    const std::string role = writing.known_role(paragraph.role, "own");
    const ParagraphLook base = look_of(writing, role, measure);
    look.style = base.style;
    if (!look.indent) look.indent = base.indent;
    look.keep_next |= paragraph.keeps;
    const double styled_indent = is_indented(role) ? writing.text_indent() : 0;
    turn_against(writing, paragraph, writing.style.role(role), measure.width - look.indent.value_or(styled_indent),
                 look);
    const std::string runs = writing.inlines.runs(paragraph.content, role, paragraph.language);
    const Space styled = styled_space(writing.style, role);
    // In one column lines of table text begin records of their own.
    const bool begins = is_one_column(writing.style) && !measure.in_cell && styled.before == 0;
    const Space space = measure.gap       ? Space{*measure.gap, 0}
                        : paragraph.close ? Space{writing.style.grid.unit / 4, 0}
                        : begins          ? writing.style.space("paragraph")
                                          : styled;
    body.add_paragraph(look, writing.places.placed(writing.places.bookmark(paragraph.anchor), runs), space, styled);
}

void add_blocks(DocxWriting& writing, const std::vector<PackBlock>& blocks, DocxBody& body,
                const DocxMeasure& measure) {
    std::vector<const LabelledRow*> rows;
    const auto add_waiting_rows = [&] {
        if (!rows.empty()) add_rows(writing, rows, body, measure);
        rows.clear();
    };
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const PackBlock& block = blocks[i];
        const bool wide = !measure.in_cell && stands_wide(writing, blocks, i);
        if (writing.section.landscape && !wide) add_waiting_rows(), turn_page(writing, body, false);
        if (const auto* row = std::get_if<LabelledRow>(&block.content)) {
            rows.push_back(row);
            continue;
        }
        add_waiting_rows();
        if (wide && !begins_page(block)) turn_page(writing, body, true);
        DocxMeasure here{wide ? writing.landscape_width() : measure.width, measure.in_cell};
        here.note_follows = i + 1 < blocks.size() && is_note(blocks[i + 1]);
        std::visit(BlockAdder{writing, body, here}, block.content);
        if (wide) writing.section.landscape = true;  // a heading that begins a page begins its section, too
    }
    add_waiting_rows();
}

}  // namespace rapporteur
