#include "fuzz/fuzz_target.h"
#include "fuzz/knowledge.h"
#include "layout/lay_out.h"
#include "layout/pack_reader.h"
#include "writers/docx/docx_writer.h"
#include "writers/pdf/pdf_writer.h"

/// Pack XML of a template that anybody wrote: whatever can be read can be laid out and written.
void rapporteur::fuzz::take(std::string_view bytes) {
    const Result<Pack> pack = read_pack(bytes, "pack.xml");
    if (!pack) return;
    const PackKit& kit = own_kit();
    const Style& style = kit.templates.at("meeting").style;
    Diagnostics diagnostics;
    const Pages pages = lay_out(*pack, style, kit.fonts, diagnostics);
    demand(!pages.pages.empty(), "a pack has a page");
    demand(bool(write_pdf(pages, kit.fonts)), "pages become a PDF file");
    demand(bool(write_docx(*pack, style, pages)), "a pack becomes a Word file");
}
