#include "app/pack_kit.h"

#include <algorithm>

#include "layout/font_manifest.h"
#include "support/text.h"
#include "template/state_table.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_template_bytes = std::size_t{16} << 20;

struct Fonts {
    std::vector<std::unique_ptr<HeldBytes>> bytes;
    std::vector<FontFile> files;
};

Result<NamedText> read_text(const std::string& path, const Files& files) {
    Result<std::string> text = files.read(path, most_template_bytes);
    if (!text) return text.error();
    return NamedText{path, std::move(*text)};
}

/// The template's own file, or else the one that all templates share.
Result<NamedText> read_own_or(const std::string& own, const std::string& shared, const Files& files) {
    return read_text(files.kind_of(own) == PathKind::file ? own : shared, files);
}

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
    const Result<NamedText> manifest = read_text(join_path(resources.fonts, "fonts.toml"), files);
    if (!manifest) return manifest.error();
    const Result<std::vector<FontCandidate>> candidates = read_font_manifest(*manifest);
    if (!candidates) return candidates.error();
    return hold_fonts(*candidates, files);
}

/// Partials that all templates share, and after them the template's own, which take the place of their namesakes.
Result<std::vector<NamedText>> read_partials(const std::string& shared, const std::string& own, const Files& files) {
    std::vector<NamedText> out;
    for (const std::string& folder : {own, shared}) {
        if (files.kind_of(folder) != PathKind::folder) continue;
        Result<std::vector<NamedText>> texts = read_texts(folder, {".mustache"}, files);
        if (!texts) return texts.error();
        for (NamedText& text : *texts) {
            text.name = join_path(folder, text.name);
            const auto is_namesake = [&](const NamedText& other) {
                return partial_name(other.name) == partial_name(text.name);
            };
            if (std::none_of(out.begin(), out.end(), is_namesake)) out.push_back(std::move(text));
        }
    }
    return out;
}

/// Names of files "before…after" in a folder, without these; in alphabetical order.
std::vector<std::string> names_between(const std::string& folder, std::string_view before, std::string_view after,
                                       const Files& files) {
    std::vector<std::string> names;
    const Result<std::vector<FolderEntry>> entries = files.list(folder);
    if (!entries) return names;
    for (const FolderEntry& entry : *entries) {
        const std::string_view name = entry.name;
        if (!name.starts_with(before) || !name.ends_with(after) || name.size() <= before.size() + after.size())
            continue;
        names.emplace_back(name.substr(before.size(), name.size() - before.size() - after.size()));
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// The labels of a language: the template's own, or else those that all templates share.
Result<NamedText> read_label_file(const std::string& templates, const std::string& own, const std::string& language,
                                  const Files& files) {
    const std::string name = "labels." + language + ".toml", shared = join_path(templates, "labels/" + name);
    for (const std::string& path : {join_path(own, name), shared})
        if (files.kind_of(path) == PathKind::file) return read_text(path, files);
    const std::string known = join(names_between(join_path(templates, "labels"), "labels.", ".toml", files), ", ");
    return Diagnostic{Code::label_missing, {shared, 0, 0, 0}, "no labels for \"" + language + "\"; there are " + known};
}

/// The style that is asked for; without one the template's own, else that of print.
Result<NamedText> read_style_file(const std::string& templates, const std::string& own, const std::string& style,
                                  const Files& files) {
    const std::string styles = join_path(templates, "styles");
    if (style.empty()) return read_own_or(join_path(own, "style.toml"), join_path(styles, "print.toml"), files);
    for (const std::string& path : {join_path(styles, style + ".toml"), style, join_path(style, "style.toml")})
        if (files.kind_of(path) == PathKind::file) return read_text(path, files);
    return Diagnostic{Code::style_invalid,
                      {style, 0, 0, 0},
                      "no such style; there are " + join(names_between(styles, "", ".toml", files), ", ")};
}

Result<PackTemplate> load_pack_template(const std::string& templates, const std::string& name,
                                        const KitOptions& options, const Files& files) {
    const std::string own = join_path(templates, name), pack_file = join_path(own, "pack.mustache");
    if (files.kind_of(pack_file) != PathKind::file) return Diagnostic{Code::template_missing, {pack_file, 0, 0, 0}, ""};
    const Result<NamedText> pack = read_text(pack_file, files);
    if (!pack) return pack.error();
    const Result<NamedText> labels = read_label_file(templates, own, options.language, files);
    if (!labels) return labels.error();
    const Result<std::vector<NamedText>> partials =
        read_partials(join_path(templates, "partials"), join_path(own, "partials"), files);
    if (!partials) return partials.error();
    Result<Template> text = load_template({*pack, *partials, *labels});
    if (!text) return text.error();
    const Result<NamedText> look = read_style_file(templates, own, options.style, files);
    if (!look) return look.error();
    Result<Style> style = read_style(*look);
    if (!style) return style.error();
    return PackTemplate{std::move(*text), std::move(*style)};
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
    return PackKit{std::move(fonts->bytes), std::move(*set), hold_patterns(files), std::move(templates)};
}

Result<StateTable> load_state_table(const Resources& resources, const Files& files) {
    const Result<NamedText> file = read_text(join_path(resources.templates, "states.toml"), files);
    if (!file) return file.error();
    return read_state_table(*file);
}

Result<std::vector<std::string>> list_templates(const Resources& resources, const Files& files) {
    const Result<std::vector<FolderEntry>> entries = files.list(resources.templates);
    if (!entries) return entries.error();
    std::vector<std::string> names;
    for (const FolderEntry& entry : *entries) {
        const std::string pack = join_path(join_path(resources.templates, entry.name), "pack.mustache");
        if (entry.kind == PathKind::folder && files.kind_of(pack) == PathKind::file) names.push_back(entry.name);
    }
    return names;
}

}  // namespace rapporteur
