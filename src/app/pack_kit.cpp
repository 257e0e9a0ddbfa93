#include "app/pack_kit.h"

#include <algorithm>

#include "app/template_files.h"
#include "app/word_pack.h"
#include "layout/font_manifest.h"
#include "support/text.h"
#include "template/state_table.h"
#include "writers/picture_file.h"

namespace rapporteur {
namespace {

struct Fonts {
    std::vector<std::unique_ptr<HeldBytes>> bytes;
    std::vector<FontFile> files;
};

/// Maps the first file of each face that is there; a face that is required and nowhere is an error.
Result<Fonts> hold_fonts(const std::vector<FontCandidate>& candidates, const Files& files) {
    Fonts fonts;
    for (const FontCandidate& candidate : candidates) {
        const auto path = std::find_if(candidate.paths.begin(), candidate.paths.end(),
                                       [&](const std::string& p) { return files.kind_of(p) == PathKind::file; });
        if (path == candidate.paths.end()) {
            if (!candidate.required) continue;
            return Diagnostic{Code::font_missing,
                              {candidate.paths.empty() ? "" : candidate.paths.front(), 0, 0, 0},
                              "the Debian package " + candidate.package + " holds it"};
        }
        Result<std::unique_ptr<HeldBytes>> held = files.hold(*path);
        if (!held) return held.error();
        fonts.files.push_back({candidate.role, *path, candidate.index, (*held)->bytes(), candidate.scale});
        fonts.bytes.push_back(std::move(*held));
    }
    return fonts;
}

Result<Fonts> load_fonts(const Resources& resources, const Files& files) {
    const Result<NamedText> manifest = read_named(join_path(resources.fonts, "fonts.toml"), files);
    if (!manifest) return manifest.error();
    const Result<std::vector<FontCandidate>> candidates = read_font_manifest(*manifest);
    if (!candidates) return candidates.error();
    return hold_fonts(*candidates, files);
}

Result<Template> load_text(const std::string& templates, const std::string& name, const KitOptions& options,
                           const Files& files) {
    const Result<TemplateFiles> texts = read_template_files(templates, name, options.language, files);
    if (!texts) return texts.error();
    const Diagnostics faults = check_pack_markup(*texts);
    if (!faults.empty()) return faults.front();
    return load_template(*texts);
}

/// The Word file of a template with what it draws.
std::optional<Diagnostic> load_word(const std::string& templates, const std::string& name, const KitOptions& options,
                                    const Files& files, PackTemplate& out) {
    const Result<WordFiles> word_files = read_word_files(templates, name, options.language, files);
    if (!word_files) return word_files.error();
    Diagnostics problems;
    out.word = load_word_template(*word_files, problems);
    if (!problems.empty()) return problems.front();
    if (!out.word->draws_figures()) return std::nullopt;
    Result<Template> figures = load_figures(templates, options.language, files);
    if (!figures) return figures.error();
    out.figures = std::move(*figures);
    return std::nullopt;
}

Result<PackTemplate> load_pack_template(const std::string& templates, const std::string& name,
                                        const KitOptions& options, const Files& files) {
    PackTemplate out;
    const Result<NamedText> look = read_style_file(templates, name, options.style, files);
    if (!look) return look.error();
    const TemplateForms forms = forms_of(templates, name, files);
    if (forms.word)
        if (const auto problem = load_word(templates, name, options, files, out)) return *problem;
    if (forms.text || !forms.word) {
        Result<Template> text = load_text(templates, name, options, files);
        if (!text) return text.error();
        out.text = std::move(*text);
    }
    Result<Style> style = read_style(*look);
    if (!style) return style.error();
    out.style = std::move(*style);
    return out;
}

Result<Logo> load_logo(const KitOptions& options, const Files& files) {
    if (options.logo.empty()) return Logo{};
    const Result<std::string> bytes = files.read(options.logo, most_picture_bytes);
    if (!bytes) return bytes.error();
    Result<Picture> picture = read_picture(*bytes, options.logo);
    if (!picture) return picture.error();
    return Logo{std::make_shared<const Picture>(std::move(*picture)), options.logo_alt};
}

}  // namespace

Result<PackKit> load_kit(const Resources& resources, const KitOptions& options, const Files& files) {
    std::map<std::string, PackTemplate> templates;
    for (const std::string& name : options.templates) {
        Result<PackTemplate> loaded = load_pack_template(resources.templates, name, options, files);
        if (!loaded) return loaded.error();
        templates.emplace(name, std::move(*loaded));
    }
    Result<Fonts> fonts = load_fonts(resources, files);
    if (!fonts) return fonts.error();
    Result<FontSet> set = FontSet::make(std::move(fonts->files));
    if (!set) return set.error();
    Result<Logo> logo = load_logo(options, files);
    if (!logo) return logo.error();
    return PackKit{std::move(fonts->bytes), std::move(*set), hold_patterns(files), std::move(templates),
                   std::move(*logo)};
}

Result<StateTable> load_state_table(const Resources& resources, const Files& files) {
    const Result<NamedText> file = read_named(join_path(resources.templates, "states.toml"), files);
    if (!file) return file.error();
    return read_state_table(*file);
}

}  // namespace rapporteur
