#include "app/inputs.h"

#include <algorithm>
#include <set>

namespace rapporteur {
namespace {

/// Deeper folders are not searched: no tree of documents is so deep, and a file system can be made to never end.
constexpr int most_depth = 100;

class Search {
public:
    Search(const Files& files, const SearchOptions& options, Diagnostics& problems)
        : files_(files),
          follow_links_(options.follow_links),
          left_out_(options.left_out.empty() ? "" : files.canonical(options.left_out)),
          problems_(problems) {}

    void add_input(const std::string& path) {
        switch (files_.kind_of(path)) {
            case PathKind::file:
                found_.push_back(path);
                break;
            case PathKind::folder:
                add_whole_folder(path);
                break;
            case PathKind::missing:
                add_problem(Code::file_missing, path);
                break;
            case PathKind::other:
                add_problem(Code::file_not_regular, path);
                break;
        }
    }

    std::vector<std::string> take() {
        std::sort(found_.begin(), found_.end());
        found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
        return std::move(found_);
    }

private:
    void add_whole_folder(const std::string& path) {
        const std::size_t before = found_.size(), problems_before = problems_.size();
        root_ = files_.canonical(path);
        entered_ = {root_};
        add_folder(path, 0);
        const bool nothing = found_.size() == before && problems_.size() == problems_before;
        if (nothing) add_problem(Code::folder_empty, path);
    }

    void add_folder(const std::string& folder, int depth) {
        // A folder that the user names is searched even where packs go there too.
        const bool own_output = depth > 0 && !left_out_.empty() && files_.canonical(folder) == left_out_;
        if (own_output || depth > most_depth) return;
        const Result<std::vector<FolderEntry>> entries = files_.list(folder);
        if (!entries) {
            problems_.push_back(entries.error());
            return;
        }
        for (const FolderEntry& entry : *entries) add_entry(folder, entry, depth);
    }

    void add_entry(const std::string& folder, const FolderEntry& entry, int depth) {
        if (entry.name.starts_with('.')) return;
        const std::string path = join_path(folder, entry.name);
        if (entry.link && (entry.kind == PathKind::file || entry.kind == PathKind::folder)) {
            add_link(path, entry.kind, depth);
        } else if (entry.kind == PathKind::file) {
            found_.push_back(path);
        } else if (entry.kind == PathKind::folder) {
            add_folder(path, depth + 1);
        } else {
            add_problem(entry.kind == PathKind::missing ? Code::file_unreadable : Code::file_not_regular, path);
        }
    }

    /// A link may lead out of the folder that the user named, or back to where it stands.
    void add_link(const std::string& path, PathKind kind, int depth) {
        const std::string target = files_.canonical(path);
        const bool inside = target == root_ || target.starts_with(join_path(root_, ""));
        if (!inside && !follow_links_) return add_problem(Code::link_outside, path);
        if (kind == PathKind::file) {
            found_.push_back(path);
        } else if (!inside && entered_.insert(target).second) {
            add_folder(path, depth + 1);
        }
    }

    void add_problem(Code code, const std::string& path) {
        Diagnostic problem;
        problem.code = code;
        problem.place.file = path;
        problems_.push_back(std::move(problem));
    }

    const Files& files_;
    bool follow_links_;
    std::string left_out_;
    std::string root_;               // the folder that is searched
    std::set<std::string> entered_;  // folders outside it that links led to
    Diagnostics& problems_;
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> find_documents(const std::vector<std::string>& inputs, const SearchOptions& options,
                                        const Files& files, Diagnostics& problems) {
    Search search(files, options, problems);
    for (const std::string& input : inputs) search.add_input(input);
    return search.take();
}

}  // namespace rapporteur
