#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/pack.h"
#include "layout/page.h"
#include "layout/style.h"
#include "support/language_tag.h"
#include "writers/docx/docx_body.h"
#include "writers/docx/docx_furniture.h"
#include "writers/docx/docx_inlines.h"
#include "writers/docx/docx_numbering_part.h"
#include "writers/docx/docx_places.h"

namespace rapporteur {

/// How high the boxes to write in are on the laid-out pages, in the order of the boxes; in points.
class NotesHeights {
public:
    explicit NotesHeights(const Pages& pages);
    struct Box {
        double position = 0, notes = 0;
    };
    /// Those of the next box; none where the pages have no more.
    std::optional<Box> next();

private:
    std::vector<double> fields_;
    std::size_t next_ = 0;
};

/// What every block's writer works with.
struct DocxWriting {
    const Pack& pack;
    const Style& style;
    DocxPlaces& places;
    DocxInlines& inlines;
    DocxNumberingPart& numbering;
    DocxFurniture& furniture;
    NotesHeights& notes;
    const Pages& pages;
    DocxPageStretch section;      // the one being written
    std::size_t next_figure = 0;  // of Pages::figures

    /// From the left margin to the text column.
    double text_indent() const { return style.grid.text_x - style.page.left; }
    double body_width() const { return style.body_right() - style.page.left; }
    bool right_to_left() const { return runs_right_to_left(pack.meta.language); }
    /// The role, or `fallback` for one that the style does not have.
    std::string known_role(const std::string& role, const std::string& fallback) const;
};

/// Where blocks stand: the width they have, and whether that is the inside of a cell rather than the page's body with
/// its label and text columns.
struct DocxMeasure {
    double width = 0;
    bool in_cell = false;
};

/// Adds blocks one under another.
void add_blocks(DocxWriting& writing, const std::vector<PackBlock>& blocks, DocxBody& body, const DocxMeasure& measure);

/// Adds a paragraph; its anchor becomes a bookmark. `look` may ask for more than the role's style gives.
void add_paragraph(DocxWriting& writing, const Paragraph& paragraph, DocxBody& body, const DocxMeasure& measure,
                   ParagraphLook look = {});

/// The look of a paragraph of that role: its style, and inside cells no indentation.
ParagraphLook look_of(const DocxWriting& writing, const std::string& role, const DocxMeasure& measure);

}  // namespace rapporteur
