#include "fuzz/fuzz_target.h"
#include "template/render.h"

/// A template with its labels and partials "a" and "b", rendered for an empty briefing.
void rapporteur::fuzz::take(std::string_view bytes) {
    const std::vector<std::string_view> pieces = pieces_of(bytes);
    TemplateFiles files;
    files.pack = {"pack.mustache", std::string(pieces[0])};
    if (pieces.size() > 1) files.labels = {"labels.en.toml", std::string(pieces[1])};
    if (pieces.size() > 2) files.partials.push_back({"partials/a.mustache", std::string(pieces[2])});
    if (pieces.size() > 3) files.partials.push_back({"partials/b.mustache", std::string(pieces[3])});
    const bool clean = lint(files).empty();
    const Result<Template> loaded = load_template(files);
    demand(bool(loaded) == clean, "a template loads where lint finds nothing");
    if (loaded) demand(bool(loaded->render({})), "a template without mistakes renders");
}
