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
    std::vector<std::string> documents;   // ids of those that it is made from
    std::optional<Pack> without_annexes;  // what a DOCX holds, where papers are annexed
    std::vector<AnnexSource> sources;     // of the annexed pages; their bytes stay with the shelf
};

/// A pack's file, and what there is to tell of it.
struct PackFile {
    std::string bytes;
    Diagnostics notes;
};

/// From a selection of the library to pages. The shelf has to outlive the pack.
Result<MadePack> make_pack(const Library& library, const Selection& selection, const AssembleOptions& options,
                           const PackTemplate& with, const PackKit& kit, const AnnexShelf& shelf);

/// The pack's files. A DOCX pack stands on the pages of a house document, where its bytes are given.
Result<PackFile> write_pdf_pack(const MadePack& made, const FontSet& fonts, const PdfOptions& options);
Result<PackFile> write_docx_pack(const MadePack& made, const PackTemplate& with, const FontSet& fonts,
                                 const Hyphenation& hyphenation, std::string_view house);

}  // namespace rapporteur
