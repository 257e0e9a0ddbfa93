#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/annex_maker.h"
#include "app/pack_kit.h"
#include "assemble/assemble.h"
#include "layout/pack.h"
#include "layout/page.h"
#include "writers/pdf/pdf_options.h"

namespace rapporteur {

enum class PackFormat { pdf, docx };

/// ".pdf", ".docx".
std::string ending_of(PackFormat format);

/// One pack at every stage of its making.
struct MadePack {
    std::string xml;
    Pack pack;
    Pages pages;
    Diagnostics diagnostics;
    std::optional<Pack> without_annexes;  // what a DOCX holds, where papers are annexed
    std::vector<AnnexSource> sources;     // of the annexed pages; their bytes stay with the shelf
};

/// A pack's file, and what there is to tell of it.
struct PackFile {
    std::string bytes;
    Diagnostics notes;
};

/// From a briefing to pages, without annexes. `name` stands for the pack in messages.
Result<MadePack> lay_out_briefing(const Briefing& briefing, const std::string& name, const Template& text,
                                  const Style& style, const PackKit& kit);

/// From a briefing, whose summary is shortened where the template limits the pages, to pages with
/// their annexes. The shelf has to outlive the pack.
Result<MadePack> make_pack(Briefing briefing, const std::string& name, const Library& library, const PackTemplate& with,
                           const PackKit& kit, const AnnexShelf& shelf);

/// The pack's files. A DOCX pack stands on the pages of a house document, where its bytes are given.
Result<PackFile> write_pdf_pack(const MadePack& made, const FontSet& fonts, const PdfOptions& options);
Result<PackFile> write_docx_pack(const MadePack& made, const PackTemplate& with, const FontSet& fonts,
                                 const Hyphenation& hyphenation, std::string_view house);

}  // namespace rapporteur
