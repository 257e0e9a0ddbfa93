#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "layout/style.h"
#include "writers/docx/docx_look.h"

namespace rapporteur {

/// Blocks one under another: the body of the document or of a table cell. Word cannot put space around a table or end a
/// section after one, so spaces and ends go to the paragraphs beside it, or to paragraphs made for them.
class DocxBody {
public:
    /// `top`: the space in points above the first block, if that is a paragraph.
    explicit DocxBody(double top = 0) : top_(top) {}

    /// Adds a paragraph; `space` is what it wants above and below, `styled` what its style says already. The larger of
    /// two wishes stands.
    void add_paragraph(ParagraphLook look, const std::string& content, Space space, Space styled);
    void add_paragraph(ParagraphLook look, const std::string& content, Space space) {
        add_paragraph(std::move(look), content, space, space);
    }
    /// The next block stands as far below the last paragraph, a heading, as that says, whatever it wants itself.
    void fix_below() { fixed_ = true; }
    /// Adds a w:tbl.
    void add_table(const std::string& table, Space space);
    /// Adds a paragraph that is not to be seen.
    void add_empty_line();
    /// The next block begins a new page.
    void break_page() { page_break_ = true; }
    /// Puts runs before those of the next paragraph.
    void put_before_next(const std::string& runs) { waiting_ += runs; }
    /// Ends a section here; `properties` is its w:sectPr.
    void end_section(const std::string& properties);

    /// Nothing stands after the last section's end.
    bool at_section_start() const { return fresh_; }
    bool empty() const { return blocks_.empty() && !open_; }
    /// All blocks. Where a table would be the last, a cell needs a paragraph after it (`closed`).
    std::string take(bool closed);

private:
    struct OpenParagraph {
        ParagraphLook look;
        std::string content;
    };

    void close_paragraph();
    void add_spacer(double height);

    double top_;
    std::vector<std::string> blocks_;
    std::optional<OpenParagraph> open_;  // the last block, while its end may still change
    double below_ = 0;                   // what stands below the last paragraph
    double after_table_ = 0;             // what the last table wants below itself: nobody has written it yet
    bool fresh_ = true;                  // nothing above on this page
    bool page_break_ = false;
    bool fixed_ = false;
    std::string waiting_;
};

}  // namespace rapporteur
