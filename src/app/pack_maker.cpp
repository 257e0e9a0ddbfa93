#include "app/pack_maker.h"

#include "assemble/summary_page.h"
#include "layout/annex_places.h"
#include "layout/lay_out.h"
#include "layout/one_column.h"
#include "layout/pack_reader.h"
#include "writers/docx/docx_writer.h"
#include "writers/pdf/pdf_writer.h"

namespace rapporteur {

std::string ending_of(PackFormat format) { return format == PackFormat::pdf ? ".pdf" : ".docx"; }

namespace {

/// A pack without a cover has no place for a logo.
void put_logo(const Logo& logo, Cover& cover) {
    if (!cover.present) return;
    cover.logo = logo.picture;
    if (!logo.alt.empty()) cover.logo_alt = logo.alt;
}

/// Citations print the page that carries their words, so that the pack is laid out until its pages stay.
void annex_papers(MadePack& made, const Library& library, const AnnexShelf& shelf, const PackTemplate& with,
                  const PackKit& kit) {
    constexpr int most_rounds = 6;
    aim_citations(made.pack, made.pages);
    made.without_annexes = made.pack;
    Diagnostics told;
    made.sources = fill_annexes(made.pack, library, shelf, told);
    for (int round = 0; round < most_rounds; ++round) {
        made.diagnostics = told;
        made.pages = lay_out(made.pack, with.style, kit.fonts, made.diagnostics, kit.patterns.hyphenation);
        if (!aim_citations(made.pack, made.pages)) return;
    }
}

bool is_too_long(const MadePack& made) {
    return made.pack.meta.most_pages > 0 &&
           made.pages.pages.size() > static_cast<std::size_t>(made.pack.meta.most_pages);
}

}  // namespace

Result<MadePack> lay_out_briefing(const Briefing& briefing, const std::string& name, const Template& text,
                                  const Style& style, const PackKit& kit) {
    Result<std::string> xml = text.render(briefing);
    if (!xml) return xml.error();
    Result<Pack> pack = read_pack(*xml, name + ".xml");
    if (!pack) return pack.error();
    put_logo(kit.logo, pack->cover);
    if (is_one_column(style)) pack = in_one_column(std::move(*pack));
    MadePack made{std::move(*xml), std::move(*pack), {}, {}, {}, {}};
    made.pages = lay_out(made.pack, style, kit.fonts, made.diagnostics, kit.patterns.hyphenation);
    return made;
}

Result<MadePack> make_pack(Briefing briefing, const std::string& name, const Library& library, const PackTemplate& with,
                           const PackKit& kit, const AnnexShelf& shelf) {
    if (!with.text) return Diagnostic{Code::template_missing, {}, "a Word template has no pack XML"};
    Result<MadePack> made = lay_out_briefing(briefing, name, *with.text, with.style, kit);
    // Only pages that are laid out tell how much a summary may hold.
    while (made && is_too_long(*made) && shorten(briefing.long_summary))
        made = lay_out_briefing(briefing, name, *with.text, with.style, kit);
    if (made && !briefing.annexes.empty()) annex_papers(*made, library, shelf, with, kit);
    return made;
}

Result<PackFile> write_docx_pack(const MadePack& made, const PackTemplate& with, const FontSet& fonts,
                                 const Hyphenation& hyphenation, std::string_view house) {
    const Pack& pack = made.without_annexes ? *made.without_annexes : made.pack;
    Diagnostics told;  // before any pack was made
    Result<std::string> bytes = std::string();
    if (house.empty()) {
        bytes = write_docx(pack, with.style, made.pages);
    } else {
        const Result<HouseDocument> document = read_house_document(house, "", told);
        if (!document) return document.error();
        const Style style = in_house(with.style, *document);
        bytes = write_docx(pack, style, lay_out(pack, style, fonts, told, hyphenation), &*document);
    }
    if (!bytes) return bytes.error();
    return PackFile{std::move(*bytes), {}};
}

Result<PackFile> write_pdf_pack(const MadePack& made, const FontSet& fonts, const PdfOptions& options) {
    PdfOptions all = options;
    all.sources = made.sources;
    Result<WrittenPdf> pdf = write_pdf(made.pages, fonts.faces(made.pages.faces), all);
    if (!pdf) return pdf.error();
    return PackFile{std::move(pdf->bytes), std::move(pdf->notes)};
}

}  // namespace rapporteur
