#include "app/project_files.h"

#include <algorithm>

#include "app/glob.h"
#include "app/inputs.h"

namespace rapporteur {
namespace {

bool fits_any(const std::vector<std::string>& patterns, const std::string& path) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& p) { return fits_glob(p, path); });
}

/// What the program writes beside the documents.
class OwnFiles {
public:
    OwnFiles(const Project& project, const std::string& project_file, const Files& files)
        : files_(files),
          paths_{files.canonical(project_file), files.canonical(project.store)},
          folders_{join_path(files.canonical(project.out), ""), join_path(files.canonical(project.logs), "")} {}

    bool hold(const std::string& path) const {
        const std::string place = files_.canonical(path);
        // The store has companions: "-wal", ".lock", ".damaged-1".
        return place == paths_[0] || place.starts_with(paths_[1]) || place.starts_with(folders_[0]) ||
               place.starts_with(folders_[1]);
    }

private:
    const Files& files_;
    std::string paths_[2], folders_[2];
};

}  // namespace

std::optional<std::vector<std::string>> find_project_documents(const Project& project, const std::string& project_file,
                                                               bool follow_links, const Files& files,
                                                               Diagnostics& problems) {
    const OwnFiles own(project, project_file, files);
    std::vector<std::string> out;
    bool all_there = true;
    for (const ProjectSource& source : project.sources) {
        all_there = all_there && files.kind_of(source.path) != PathKind::missing;
        for (const std::string& path : find_documents({source.path}, {project.out, follow_links}, files, problems)) {
            const std::string inside = path.substr(std::min(path.size(), join_path(source.path, "").size()));
            const bool is_source = path == source.path;
            const bool wanted = is_source || ((source.include.empty() || fits_any(source.include, inside)) &&
                                              !fits_any(source.exclude, inside));
            if (wanted && !own.hold(path)) out.push_back(path);
        }
    }
    // An empty folder is no mistake: papers are yet to come.
    std::erase_if(problems, [](const Diagnostic& problem) { return problem.code == Code::folder_empty; });
    if (!all_there) return std::nullopt;
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace rapporteur
