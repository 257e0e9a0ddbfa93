#include "writers/docx/docx_figures.h"

#include "writers/docx/emf_picture.h"

namespace rapporteur {

void add_figure(DocxWriting& writing, DocxBody& body) {
    if (writing.next_figure >= writing.pages.figures.size()) return;
    const std::size_t number = ++writing.next_figure;
    const std::vector<FigurePicture>& parts = writing.pages.figures[number - 1];
    Space space = writing.style.space("table");
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const FigurePicture& part = parts[i];
        if (part.height <= 0) continue;
        const std::string name = "figure-" + std::to_string(number) + (i == 0 ? "" : "-" + std::to_string(i + 1));
        const std::string drawing = writing.inlines.drawing(
            "media/" + name + ".emf", {part.width, part.height, emf_picture(part, writing.pages.faces)},
            i == 0 ? part.alt : std::string());
        ParagraphLook look{.style = style_id(writing.style, "table-own")};
        look.indent = 0;
        // LibreOffice turns the words of a picture round where its line runs from right to left.
        if (writing.inlines.right_to_left()) look.right_to_left = false;
        look.line = writing.style.grid.unit;
        look.line_grows = true;
        look.keep_next = i + 1 == parts.size();
        body.add_paragraph(look, drawing, space);
        space.before = 0;
    }
}

}  // namespace rapporteur
