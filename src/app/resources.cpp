#include "app/resources.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace rapporteur {
namespace {

/// No rule, theme or template file is larger.
constexpr std::size_t most_bytes = std::size_t{16} << 20;

/// The data of an installation, or of a source tree, which keeps the rules beside the code that uses them.
Resources resources_in(const std::string& data, const Files& files) {
    const std::string beside_code = join_path(data, "src/extract/rules");
    const bool source_tree = files.kind_of(beside_code) == PathKind::folder;
    const std::string templates = join_path(data, "templates");
    return {source_tree ? beside_code : join_path(data, "rules"), templates, join_path(templates, "themes"),
            join_path(data, "fonts"), join_path(data, "samples")};
}

bool is_there(const Resources& resources, const Files& files) {
    return files.kind_of(resources.rules) == PathKind::folder;
}

bool ends_in_one_of(const std::string& name, const std::vector<std::string>& endings) {
    return std::any_of(endings.begin(), endings.end(), [&](const std::string& e) { return name.ends_with(e); });
}

std::optional<Diagnostic> add_texts(const std::string& folder, const std::string& inside,
                                    const std::vector<std::string>& endings, const Files& files,
                                    std::vector<NamedText>& texts) {
    const Result<std::vector<FolderEntry>> entries = files.list(folder);
    if (!entries) return entries.error();
    for (const FolderEntry& entry : *entries) {
        const std::string path = join_path(folder, entry.name), name = join_path(inside, entry.name);
        if (entry.name.starts_with('.')) continue;
        if (entry.kind == PathKind::folder && !entry.link) {
            if (std::optional<Diagnostic> problem = add_texts(path, name, endings, files, texts)) return problem;
        } else if (entry.kind == PathKind::file && ends_in_one_of(entry.name, endings)) {
            Result<std::string> text = files.read(path, most_bytes);
            if (!text) return text.error();
            texts.push_back({name, std::move(*text)});
        }
    }
    return std::nullopt;
}

}  // namespace

std::string program_folder() {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error).parent_path().string();
}

Result<Resources> find_resources(const std::string& data, const std::string& themes, const std::string& templates,
                                 const Files& files) {
    std::vector<std::string> candidates{data};
    if (data.empty())
        candidates = {join_path(program_folder(), "../" RAPPORTEUR_DATA_FOLDER), RAPPORTEUR_SOURCE_FOLDER};
    for (const std::string& candidate : candidates) {
        Resources found = resources_in(candidate, files);
        if (!is_there(found, files)) continue;
        // A house may go without themes, but not without those that it names.
        if (themes.empty() && files.kind_of(found.themes) == PathKind::missing) found.themes.clear();
        if (!themes.empty()) found.themes = themes;
        if (!templates.empty()) found.templates = templates;
        return found;
    }
    Diagnostic missing;
    missing.code = Code::template_missing;
    missing.place.file = candidates.front();
    missing.detail = "no rules and templates here";
    return missing;
}

Result<std::vector<NamedText>> read_texts(const std::string& path, const std::vector<std::string>& endings,
                                          const Files& files) {
    std::vector<NamedText> texts;
    if (path.empty()) return texts;
    if (files.kind_of(path) == PathKind::file) {
        Result<std::string> text = files.read(path, most_bytes);
        if (!text) return text.error();
        texts.push_back({path, std::move(*text)});
        return texts;
    }
    if (std::optional<Diagnostic> problem = add_texts(path, "", endings, files, texts)) return *problem;
    return texts;
}

}  // namespace rapporteur
