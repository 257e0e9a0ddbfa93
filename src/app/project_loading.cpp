#include "app/project_loading.h"

#include "app/template_files.h"

namespace rapporteur {

std::optional<Project> load_project(const std::string& path, const Resources& resources, const Knowledge& knowledge,
                                    const Files& files, Report& report) {
    auto text = report.configured(files.read(path, most_project_bytes));
    auto templates = report.configured(list_templates(resources.templates, files));
    if (!text || !templates) return std::nullopt;
    ProjectNames names{std::move(*templates),
                       labelled_languages(resources.templates, files),
                       list_styles(resources.templates, files),
                       {}};
    for (const Theme& theme : knowledge.themes.all()) names.themes.push_back(theme.id);
    Diagnostics mistakes;
    auto project = read_project({path, std::move(*text)}, names, mistakes);
    for (const Diagnostic& mistake : mistakes) report.configured(Result<bool>(mistake));
    return project;
}

}  // namespace rapporteur
