#include "writers/pdf/pdf_writer.h"

#include "writers/pdf/pdf_attachments.h"
#include "writers/pdf/pdf_content.h"
#include "writers/pdf/pdf_encryption.h"
#include "writers/pdf/pdf_font.h"
#include "writers/pdf/pdf_form.h"
#include "writers/pdf/pdf_links.h"
#include "writers/pdf/pdf_metadata.h"
#include "writers/pdf/pdf_object.h"
#include "writers/pdf/pdf_outline.h"
#include "writers/pdf/pdf_output_intent.h"
#include "writers/pdf/pdf_picture.h"
#include "writers/pdf/pdf_promises.h"
#include "writers/pdf/pdf_sources.h"
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
bool write_fonts(PdfFile& file, const std::vector<PdfFont>& fonts, PdfDict resources, bool with_cid_sets) {
    for (std::size_t i = 0; i < fonts.size(); ++i) {
        if (!fonts[i].used()) continue;
        PdfDict font = file.indirect_dict();
        if (!fonts[i].write(file, font, with_cid_sets)) return false;
        resources.set(font_name(static_cast<int>(i)).c_str(), font);
    }
    return true;
}

// Draws all pages; the name of each face's font stands in `resources` afterwards.
void draw(PdfFile& file, const Pages& pages, const std::vector<PdfDict>& made, PdfDict resources,
          std::vector<PdfFont>& fonts, PdfStructure& structure) {
    const std::vector<std::vector<bool>> spaces = spaces_after(pages);
    for (std::size_t i = 0; i < made.size(); ++i)
        file.set_content(made[i], page_content(pages.pages[i], static_cast<int>(i), spaces[i], fonts, structure),
                         resources);
}

/// Pictures, each once, among the resources of the pages that show them.
bool write_pictures(PdfFile& file, const Pages& pages, const std::vector<PdfDict>& made, bool flat) {
    std::vector<PdfDict> written;
    for (const SharedPicture& picture : pages.pictures) {
        written.push_back(write_picture(file, *picture, flat));
        if (!written.back().known()) return false;
    }
    for (std::size_t i = 0; i < made.size(); ++i)
        for (const PageItem& item : pages.pages[i].items)
            if (const auto* picture = std::get_if<PictureItem>(&item))
                file.add_xobject(made[i], picture_name(picture->picture).c_str(),
                                 written.at(static_cast<std::size_t>(picture->picture)));
    return true;
}

void write_navigation(PdfFile& file, const Pages& pages, const PdfFormParts& form, PdfStructure& structure) {
    write_links(file, pages, form.pages, structure);
    write_form(file, pages, form, structure);
    write_outline(file, pages, form.pages);
    write_page_labels(file, pages);
}

// The notes name the standards that the file does not claim, each with its first reason.
WrittenPdf claimed(const BrokenPromises& broken) {
    WrittenPdf out;
    out.claims = {broken.accessible.empty(), broken.archival.empty()};
    if (!out.claims.accessible)
        out.notes.push_back({Code::claim_dropped, {}, "PDF/UA-1: " + broken.accessible.front()});
    if (!out.claims.archival) out.notes.push_back({Code::claim_dropped, {}, "PDF/A-3a: " + broken.archival.front()});
    return out;
}

PdfStandards standards_of(const PdfClaims& claims, const PdfOptions& options) {
    if (options.archival_1b) return {false, 1, 'B'};
    return {claims.accessible, claims.archival ? 3 : 0, 'A'};
}

}  // namespace

Result<std::string> write_pdf(const Pages& pages, const FontSet& fonts) {
    return write_pdf(pages, fonts.faces(pages.faces));
}

Result<std::string> write_pdf(const Pages& pages, const std::vector<hb_face_t*>& faces) {
    Result<WrittenPdf> written = write_pdf(pages, faces, PdfOptions{});
    if (!written) return written.error();
    return std::move(written->bytes);
}

Result<WrittenPdf> write_pdf(const Pages& pages, const std::vector<hb_face_t*>& faces, const PdfOptions& options) {
    PdfFile file;
    PdfStructure structure(file, pages.elements);
    const std::vector<PdfDict> made = add_pages(file, pages, structure);
    std::vector<PdfFont> fonts(faces.begin(), faces.end());
    PdfDict font_resources = file.indirect_dict();
    draw(file, pages, made, font_resources, fonts, structure);
    const std::vector<std::string> appearances = field_appearances(pages, fonts);
    if (!write_fonts(file, fonts, font_resources, options.archival_1b))
        return Diagnostic{Code::pdf_failed, {}, "a font cannot be subset"};
    if (!write_pictures(file, pages, made, options.archival_1b))
        return Diagnostic{Code::pdf_failed, {}, "a picture cannot be decoded"};
    write_navigation(file, pages, {made, faces, appearances, font_resources}, structure);
    WrittenPdf written = claimed(broken_promises(pages, fonts, options));
    write_metadata(file, pages, standards_of(written.claims, options));
    write_output_intent(file);
    if (!options.archival_1b) write_attachments(file, options.attachments, pages.date_iso);
    structure.finish(safe_language(pages.language));
    Result<std::string> bytes = file.save(options.archival_1b ? PdfVersion::v1_4 : PdfVersion::v1_7);
    if (bytes && !options.sources.empty()) bytes = place_sheets(*bytes, pages, options.sources);
    if (bytes && !options.password.empty()) bytes = encrypt_pdf(*bytes, options.password);
    if (!bytes) return bytes.error();
    written.bytes = std::move(*bytes);
    return written;
}

}  // namespace rapporteur
