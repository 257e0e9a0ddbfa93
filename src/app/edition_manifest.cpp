#include "app/edition_manifest.h"

#include <algorithm>
#include <filesystem>

#include "app/pack_manifest.h"

namespace rapporteur {
namespace {

Manifest manifest_or_none(const std::string& folder, const Files& files, Report& report) {
    auto manifest = report.value_or_told(load_manifest(folder, files));
    return manifest ? std::move(*manifest) : Manifest{};
}

std::string name_of(const EditionFile& file) { return std::filesystem::path(file.path).filename().string(); }

}  // namespace

EditionManifest::EditionManifest(const BuildOptions& options, const SharedOptions& shared, Files& files, Report& report)
    : options_(options),
      shared_(shared),
      files_(files),
      report_(report),
      before_(manifest_or_none(options.out, files, report)),
      listed_(hashes_of(before_)) {}

void EditionManifest::add_made(const Selection& selection, const FinishedPack& pack) {
    added_.push_back(manifest_pack(selection, pack, options_, shared_));
}

void EditionManifest::add_standing(const Selection& selection, const PackEdition& edition,
                                   std::vector<std::string> documents) {
    const bool listed = std::all_of(edition.files.begin(), edition.files.end(), [&](const EditionFile& file) {
        const auto found = listed_.find(name_of(file));
        return found != listed_.end() && found->second == file.sha256;
    });
    if (listed) return;
    ManifestPack pack = manifest_pack(selection, {0, std::move(documents), {}}, options_, shared_);
    pack.date = edition.date;
    for (const EditionFile& file : edition.files) {
        // What somebody wrote into it since does not stand in the manifest, but for its length.
        const auto held = files_.hold(file.path);
        if (held) pack.files.push_back({name_of(file), (*held)->bytes().size(), file.sha256});
    }
    added_.push_back(std::move(pack));
}

void EditionManifest::save(const std::vector<DocumentRecord>& documents) {
    if (added_.empty()) return;
    if (const auto problem = save_manifest(options_.out, std::move(before_), std::move(added_), documents, files_))
        report_.add(*problem);
}

}  // namespace rapporteur
