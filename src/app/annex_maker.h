#pragma once

#include <string>
#include <vector>

#include "app/source_files.h"
#include "assemble/library.h"
#include "layout/pack.h"
#include "writers/pdf/pdf_sources.h"

namespace rapporteur {

/// Where the PDF files that packs annex come from; the sources outlive it.
struct AnnexShelf {
    const SourceFiles& sources;
    std::string password;
};

/// Fills the annexes of a pack and returns the sources that their sheets come from; `told` gets what cannot be shown of
/// them.
std::vector<AnnexSource> fill_annexes(Pack& pack, const Library& library, const AnnexShelf& shelf, Diagnostics& told);

}  // namespace rapporteur
