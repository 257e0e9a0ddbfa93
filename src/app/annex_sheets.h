#pragma once

#include <string>
#include <vector>

#include "app/annex_blocks.h"
#include "layout/pack.h"
#include "writers/pdf/pdf_sources.h"

namespace rapporteur {

/// The pages of a PDF as an annex shows them: their words, what the pack cites and their links. `document` may be null
/// where the file could be opened but not read. `prefix` names the pages' anchors.
std::vector<SourceSheet> sheets_of(const std::vector<SourcePage>& pages, const Document* document,
                                   const std::vector<CitedWords>& cited, const Annex& annex, const std::string& prefix);

}  // namespace rapporteur
