#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/docx/docx_block.h"
#include "readers/docx/docx_field.h"
#include "readers/docx/docx_table.h"
#include "readers/list_depth.h"
#include "support/docx_package.h"

namespace rapporteur {

/// Reads one part of a document – its body, its notes, a header – into blocks. The part must outlive it.
class DocxStory {
public:
    DocxStory(const DocxPart& part, DocxContext& context);

    /// All blocks of the part below its root; of the main part those of the body.
    DocxBlocks read();
    /// As read(), the cells of tables as paragraphs: for heads and feet of pages, where tables only place text.
    DocxBlocks read_flat();
    /// As read(), parted by the root's children of that name (w:footnote, w:comment): each with its w:id.
    struct Entry {
        std::string id;
        std::string author;
        bool separator = false;
        DocxBlocks blocks;
    };
    std::vector<Entry> read_entries(std::string_view name);

    /// The page that the text ended on, counted from 1 by the breaks in it; 0 where no printed break was seen.
    int pages() const { return seen_breaks_ ? page_ : 0; }
    bool broken() const { return xml_.broken(); }

private:
    struct Paragraph {
        DocxText text;
        DocxParagraphProperties properties;
        int style = -1;
        DocxBlocks boxes;
        DocxBlocks notes;
    };

    void read_blocks(int level, DocxBlocks& out);
    void read_block(DocxBlocks& out, std::optional<Paragraph>& carried);
    void read_paragraph(DocxBlocks& out, std::optional<Paragraph>& carried);
    void read_paragraph_properties(Paragraph& paragraph);
    void close_paragraph(Paragraph& paragraph, DocxBlocks& out);
    void add_lines(Paragraph& paragraph, DocxBlocks& out);
    void flush(std::optional<Paragraph>& carried, DocxBlocks& out);
    bool goes_on(const Paragraph& paragraph) const;
    bool is_left_out(const Paragraph& paragraph) const;

    void read_inline(int level, Paragraph& paragraph);
    void read_inline_child(Paragraph& paragraph);
    bool read_change();
    void leave_out_rest(std::string_view reason);
    void read_link(Paragraph& paragraph);
    void read_simple_field(Paragraph& paragraph);
    void read_control(Paragraph* paragraph, DocxBlocks* out);
    void read_control_content(Paragraph* paragraph, DocxBlocks* out, std::string_view left_out);
    void read_alternatives(Paragraph& paragraph, bool in_run, const DocxLook& look);
    void read_maths(Paragraph& paragraph);

    void read_run(int level, Paragraph& paragraph, DocxLook look);
    void read_run_child(Paragraph& paragraph, DocxLook& look);
    void read_text(Paragraph& paragraph, const DocxLook& look);
    void read_instruction();
    void read_field_mark();
    void read_break(Paragraph& paragraph);
    void read_note_mark(Paragraph& paragraph, DocxNoteKind kind, const DocxLook& look);
    void read_drawing(Paragraph& paragraph);
    void read_drawing_child(Paragraph& paragraph);
    void read_box(Paragraph& paragraph);
    void read_symbol(Paragraph& paragraph, DocxLook look);
    void add(Paragraph& paragraph, std::string_view text, const DocxLook& look);
    DocxLook look_of(const DocxRunProperties& run, int style) const;
    std::string link() const;

    std::optional<DocxNumber> number_of(const Paragraph& paragraph);
    void number(Draft& draft, const Paragraph& paragraph, const DocxNumber& number);
    void place_text(Draft& draft, const Paragraph& paragraph, const std::optional<DocxNumber>& number);

    void read_table(DocxBlocks& out);
    void read_table_look(DocxTable& table);
    void read_row(DocxTable& table);
    void read_row_properties(DocxRow& row, bool& gone);
    void read_cell(DocxRow& row);

    void turn_page();
    bool too_deep();

    const DocxPart& part_;
    DocxContext& context_;
    XmlStream xml_;
    DocxFields fields_;
    ListDepth depth_;
    std::string hyperlink_;
    bool awaits_mark_ = false;  // the text that comes is a note's mark
    std::size_t added_ = 0;     // pieces of text so far, to tell whether an alternative gave any
    int page_ = 1;
    bool page_turns_ = false;  // a break has been read that the next text stands after
    bool seen_breaks_ = false;
    bool warned_deep_ = false;
    bool flat_ = false;  // tables only place text
};

}  // namespace rapporteur
