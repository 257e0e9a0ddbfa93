#include "template/lint.h"

#include <algorithm>
#include <tuple>

#include "template/tag_lint.h"

namespace rapporteur {

Diagnostics lint(const TemplateFiles& files) {
    Diagnostics problems;
    const Labels labels = scan_labels(files.labels, problems);
    TagSources sources{{files.pack.name, scan_tags(files.pack, problems)}, {}};
    for (const NamedText& file : files.partials)
        sources.partials[partial_name(file.name)] = {file.name, scan_tags(file, problems)};
    const Diagnostics found = lint_tags(sources, labels);
    problems.insert(problems.end(), found.begin(), found.end());
    std::stable_sort(problems.begin(), problems.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.place.file, a.place.line, a.place.column) <
               std::tie(b.place.file, b.place.line, b.place.column);
    });
    return problems;
}

std::string partial_name(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    const std::string file = slash == std::string::npos ? path : path.substr(slash + 1);
    return file.substr(0, file.find('.'));
}

}  // namespace rapporteur
