#pragma once

#include <map>
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
#include "writers/docx/docx_properties.h"

namespace rapporteur {

/// How high the halves of a box to write in are on the page that it begins on; in points, 0 where they have no field.
struct NotesHeights {
    double position = 0, notes = 0;
};

/// Those of the laid-out pages by the order of the boxes.
std::map<int, NotesHeights> notes_heights(const Pages& pages);

/// What every block's writer works with.
struct DocxWriting {
    const Pack& pack;
    const Style& style;
    DocxPlaces& places;
    DocxInlines& inlines;
    DocxNumberingPart& numbering;
    DocxFurniture& furniture;
    const Pages& pages;
    std::map<int, NotesHeights> notes;  // of the boxes
    bool housed = false;                // on a house's own paper, whose styles are not ours
    DocxPageStretch section = {};       // the one being written
    std::string heading = {};           // the last one's words
    std::size_t next_figure = 0;        // of Pages::figures
    int next_box = 0;                   // to write in
    CustomProperties properties = {};   // of the document

    /// From the left margin to the text column.
    double text_indent() const { return style.grid.text_x - style.page.left; }
    double body_width() const { return style.body_right() - style.page.left; }
    /// The same of a page that is turned on its side.
    double landscape_width() const { return style.page.height - style.page.left - style.page.right; }
    bool right_to_left() const { return runs_right_to_left(pack.meta.language); }
    /// The role, or `fallback` for one that the style does not have.
    std::string known_role(const std::string& role, const std::string& fallback) const;
};

/// Where blocks stand: the width they have, and whether that is the inside of a cell rather than the page's body with
/// its label and text columns.
struct DocxMeasure {
    double width = 0;
    bool in_cell = false;
    std::optional<double> gap = std::nullopt;  // between paragraphs, where it is not theirs to say
    bool note_follows = false;                 // a table's end stays with the note below
};

/// Adds blocks one under another.
void add_blocks(DocxWriting& writing, const std::vector<PackBlock>& blocks, DocxBody& body, const DocxMeasure& measure);

/// Adds a paragraph; its anchor becomes a bookmark. `look` may ask for more than the role's style gives.
void add_paragraph(DocxWriting& writing, const Paragraph& paragraph, DocxBody& body, const DocxMeasure& measure,
                   ParagraphLook look = {});

/// The look of a paragraph of that role: its style, and inside cells no indentation.
ParagraphLook look_of(const DocxWriting& writing, const std::string& role, const DocxMeasure& measure);

}  // namespace rapporteur
