#include "writers/pdf/pdf_writer.h"

#include "writers/pdf/pdf_content.h"
#include "writers/pdf/pdf_font.h"
#include "writers/pdf/pdf_form.h"
#include "writers/pdf/pdf_links.h"
#include "writers/pdf/pdf_metadata.h"
#include "writers/pdf/pdf_object.h"
#include "writers/pdf/pdf_outline.h"
#include "writers/pdf/pdf_spaces.h"
#include "writers/pdf/pdf_structure.h"

namespace rapporteur {
namespace {

std::vector<PdfDict> add_pages(PdfFile& file, const Pages& pages, PdfStructure& structure) {
    std::vector<PdfDict> made;
    for (const auto& page : pages.pages) {
        made.push_back(file.add_page(page.width, page.height));
        structure.add_page(made.back());
    }
    return made;
}

// Only faces that some text used are written and named.
bool write_fonts(PdfFile& file, const std::vector<PdfFont>& fonts, PdfDict resources) {
    for (std::size_t i = 0; i < fonts.size(); ++i) {
        if (!fonts[i].used()) continue;
        PdfDict font = file.indirect_dict();
        if (!fonts[i].write(file, font)) return false;
        resources.set(font_name(static_cast<int>(i)).c_str(), font);
    }
    return true;
}

}  // namespace

Result<std::string> write_pdf(const Pages& pages, const FontSet& fonts) {
    return write_pdf(pages, fonts.faces(pages.faces));
}

Result<std::string> write_pdf(const Pages& pages, const std::vector<hb_face_t*>& faces) {
    PdfFile file;
    PdfStructure structure(file, pages.elements);
    const std::vector<PdfDict> made = add_pages(file, pages, structure);
    std::vector<PdfFont> fonts(faces.begin(), faces.end());
    PdfDict font_resources = file.indirect_dict();
    const std::vector<std::vector<bool>> spaces = spaces_after(pages);
    for (std::size_t i = 0; i < made.size(); ++i)
        file.set_content(made[i], page_content(pages.pages[i], static_cast<int>(i), spaces[i], fonts, structure),
                         font_resources);
    if (!write_fonts(file, fonts, font_resources)) return Diagnostic{Code::pdf_failed, {}, "a font cannot be subset"};
    write_links(file, pages, made, structure);
    write_form(file, pages, made, faces, structure);
    write_outline(file, pages, made);
    write_page_labels(file, pages);
    write_metadata(file, pages);
    structure.finish(safe_language(pages.language));
    return file.save();
}

}  // namespace rapporteur
