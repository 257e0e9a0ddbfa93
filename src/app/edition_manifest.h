#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/files.h"
#include "app/manifest.h"
#include "app/options.h"
#include "app/packs.h"
#include "app/report.h"
#include "model/record.h"
#include "store/edition_book.h"

namespace rapporteur {

/// Keeps the manifest of a folder true to the editions in it: what a run makes is added, and what an earlier run made
/// and did not live to add.
class EditionManifest {
public:
    /// A manifest that cannot be read is told, and begun anew.
    EditionManifest(const BuildOptions& options, const SharedOptions& shared, Files& files, Report& report);

    void add_made(const Selection& selection, const FinishedPack& pack);
    /// An edition that stays as it is, made from these documents.
    void add_standing(const Selection& selection, const PackEdition& edition, std::vector<std::string> documents);
    /// Writes it, where anything was added; the documents are all that there are.
    void save(const std::vector<DocumentRecord>& documents);

private:
    const BuildOptions& options_;
    const SharedOptions& shared_;
    Files& files_;
    Report& report_;
    Manifest before_;
    std::map<std::string, std::string> listed_;  // hashes, by name of the file
    std::vector<ManifestPack> added_;
};

}  // namespace rapporteur
