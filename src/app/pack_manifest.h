#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/files.h"
#include "app/manifest.h"
#include "app/options.h"
#include "app/packs.h"
#include "model/record.h"

namespace rapporteur {

/// What the manifest says of a pack that was written.
ManifestPack manifest_pack(const Selection& selection, const FinishedPack& pack, const BuildOptions& options,
                           const SharedOptions& shared);

/// The manifest of a folder; empty where there is none yet.
Result<Manifest> load_manifest(const std::string& folder, const Files& files);

std::optional<Diagnostic> write_manifest(const std::string& folder, const Manifest& manifest, Files& files);

/// Adds the packs of a run, made from these documents, to the manifest of their folder and writes it; nothing where
/// that went well.
std::optional<Diagnostic> save_manifest(const std::string& folder, Manifest manifest, std::vector<ManifestPack> packs,
                                        const std::vector<DocumentRecord>& documents, Files& files);

}  // namespace rapporteur
