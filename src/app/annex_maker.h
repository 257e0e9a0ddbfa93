#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/files.h"
#include "assemble/library.h"
#include "layout/pack.h"
#include "writers/pdf/pdf_sources.h"

namespace rapporteur {

/// The PDF files that packs may annex, held from before workers start until the last pack is made.
class AnnexShelf {
public:
    AnnexShelf() = default;
    /// Holds the PDF files among the documents; those that lie in an archive or are gone are not held.
    AnnexShelf(const std::vector<Document>& documents, const std::string& password, const Files& files);

    /// The file of a document; empty where it is not held or is another one by now.
    AnnexSource source(const Document& document) const;

private:
    std::map<std::string, std::unique_ptr<HeldBytes>, std::less<>> held_;  // by the document's id
    std::string password_;
};

/// Fills the annexes of a pack and returns the sources that their sheets come from.
std::vector<AnnexSource> fill_annexes(Pack& pack, const Library& library, const AnnexShelf& shelf);

}  // namespace rapporteur
