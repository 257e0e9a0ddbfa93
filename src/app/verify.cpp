#include "app/verify.h"

#include <set>

#include "app/pack_manifest.h"

namespace rapporteur {
namespace {

using Matter = FileFinding::Matter;

constexpr int most_depth = 100;  // of folders, as where documents are searched for
constexpr std::size_t longest_path = 4096;

class Verification {
public:
    Verification(const std::string& folder, const Files& files, Report& report)
        : folder_(folder), files_(files), report_(report) {}

    void compare_outputs(const Manifest& manifest) {
        for (const ManifestPack& pack : manifest.packs) {
            for (const HashedFile& file : pack.files) {
                named_.insert(file.file);
                compare(file, Matter::missing, Matter::changed);
            }
        }
        find_extra("", 0);
    }

    void compare_inputs(const Manifest& manifest) {
        for (const HashedFile& file : manifest.inputs) {
            if (lies_in_a_file(file.file)) {
                add(Matter::input_unopened, file.file);
            } else {
                compare(file, Matter::input_missing, Matter::input_changed);
            }
        }
    }

private:
    std::string path_of(const std::string& name) const {
        return name.starts_with('/') ? name : join_path(folder_, name);
    }

    void add(Matter matter, const std::string& name) { report_.add(FileFinding{matter, path_of(name)}); }

    void compare(const HashedFile& file, Matter missing, Matter changed) {
        const PathKind kind = files_.kind_of(path_of(file.file));
        if (kind == PathKind::missing) return add(missing, file.file);
        if (kind != PathKind::file) return add(changed, file.file);
        // What is longer than it was has changed and need not be read.
        const Result<std::string> bytes = files_.read(path_of(file.file), file.bytes);
        if (!bytes && bytes.error().code != Code::document_too_large) return report_.add(bytes.error());
        if (!bytes || hashed_file("", *bytes).sha256 != file.sha256) add(changed, file.file);
    }

    /// True for a member of an archive or of a message.
    bool lies_in_a_file(const std::string& name) const {
        if (name.size() > longest_path || files_.kind_of(path_of(name)) != PathKind::missing) return false;
        for (std::size_t slash = name.rfind('/'); slash != name.npos && slash > 0; slash = name.rfind('/', slash - 1))
            if (files_.kind_of(path_of(name.substr(0, slash))) == PathKind::file) return true;
        return false;
    }

    void find_extra(const std::string& below, int depth) {
        const Result<std::vector<FolderEntry>> entries = files_.list(path_of(below));
        if (!entries) return report_.add(entries.error());
        for (const FolderEntry& entry : *entries) {
            const std::string name = join_path(below, entry.name);
            if (entry.name.starts_with('.') || name == manifest_name || named_.contains(name)) continue;
            if (entry.kind == PathKind::folder && !entry.link && depth < most_depth) {
                find_extra(name, depth + 1);
            } else {
                add(Matter::extra, name);
            }
        }
    }

    const std::string& folder_;
    const Files& files_;
    Report& report_;
    std::set<std::string, std::less<>> named_;
};

std::size_t files_named(const Manifest& manifest) {
    std::size_t count = 0;
    for (const ManifestPack& pack : manifest.packs) count += pack.files.size();
    return count;
}

}  // namespace

void verify_packs(const VerifyOptions& options, const Files& files, Report& report) {
    const std::string path = join_path(options.folder, manifest_name);
    if (files.kind_of(path) == PathKind::missing) return report.add(Diagnostic{Code::file_missing, {path}, ""});
    const auto manifest = report.value_or_told(load_manifest(options.folder, files));
    if (!manifest) return;
    Verification verification(options.folder, files, report);
    verification.compare_outputs(*manifest);
    if (options.inputs) verification.compare_inputs(*manifest);
    if (report.status(false) == ExitStatus::done) report.add_verified(options.folder, files_named(*manifest));
}

}  // namespace rapporteur
