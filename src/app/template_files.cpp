#include "app/template_files.h"

#include <algorithm>

#include "app/resources.h"
#include "layout/pack_schema.h"
#include "support/text.h"
#include "template/template_markup.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_template_bytes = std::size_t{16} << 20;

/// The template's own file, or else the one that all templates share.
Result<NamedText> read_own_or(const std::string& own, const std::string& shared, const Files& files) {
    return read_named(files.kind_of(own) == PathKind::file ? own : shared, files);
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
        if (files.kind_of(path) == PathKind::file) return read_named(path, files);
    const std::string known = join(labelled_languages(templates, files), ", ");
    return Diagnostic{Code::label_missing, {shared, 0, 0, 0}, "no labels for \"" + language + "\"; there are " + known};
}

bool is_word_path(const std::string& name) { return to_lower(name).ends_with(".docx"); }

/// The Word file that a template's name leads to.
std::string word_path(const std::string& templates, const std::string& name) {
    return is_word_path(name) ? name : join_path(join_path(templates, name), "pack.docx");
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, std::max<std::size_t>(slash, 1));
}

/// What a Word template can call: the files beside it, but for templates and for what Word leaves while it is open.
WordFolder word_folder(const std::string& path, const Files& files) {
    const std::string folder = folder_of(path), own = path.substr(path.rfind('/') + 1);
    WordFolder out;
    if (const Result<std::vector<FolderEntry>> entries = files.list(folder)) {
        for (const FolderEntry& entry : *entries)
            if (entry.kind == PathKind::file && !entry.link && entry.name != own && !entry.name.starts_with("pack.") &&
                !entry.name.starts_with("~$") && !entry.name.starts_with('.'))
                out.files.push_back(entry.name);
    }
    out.read = [folder, &files](const std::string& name) { return read_named(join_path(folder, name), files); };
    return out;
}

constexpr std::string_view figure_pack =
    "<pack lang=\"{{language}}\" title=\"{{title}}\">"
    "{{#agenda}}{{#strip}}{{> sessions_figure}}{{/strip}}{{/agenda}}"
    "{{#outcomes}}{{#timeline}}{{#figure}}{{> timeline_figure}}{{/figure}}{{/timeline}}{{/outcomes}}"
    "{{#recommendations}}{{#by_addressee}}{{#figure}}{{> bars_figure}}{{/figure}}{{/by_addressee}}{{/recommendations}}"
    "</pack>";

}  // namespace

TemplateForms forms_of(const std::string& templates, const std::string& name, const Files& files) {
    if (is_word_path(name)) return {false, true};
    return {files.kind_of(join_path(join_path(templates, name), "pack.mustache")) == PathKind::file,
            files.kind_of(word_path(templates, name)) == PathKind::file};
}

Result<WordFiles> read_word_files(const std::string& templates, const std::string& name, const std::string& language,
                                  const Files& files) {
    const std::string path = word_path(templates, name);
    if (files.kind_of(path) != PathKind::file) return Diagnostic{Code::template_missing, {path, 0, 0, 0}, ""};
    Result<NamedText> document = read_named(path, files);
    if (!document) return document.error();
    Result<NamedText> labels = read_label_file(templates, folder_of(path), language, files);
    if (!labels) return labels.error();
    return WordFiles{std::move(*document), word_folder(path, files), std::move(*labels)};
}

Result<Template> load_figures(const std::string& templates, const std::string& language, const Files& files) {
    Result<NamedText> labels = read_label_file(templates, templates, language, files);
    if (!labels) return labels.error();
    Result<std::vector<NamedText>> partials =
        read_partials(join_path(templates, "partials"), join_path(templates, "partials"), files);
    if (!partials) return partials.error();
    return load_template({{"figures", std::string(figure_pack)}, std::move(*partials), std::move(*labels)});
}

Diagnostics check_pack_markup(const TemplateFiles& files) {
    return check_markup(files, {is_element, takes_text, fault_of_child, fault_of_attribute, fault_of_value});
}

Result<NamedText> read_named(const std::string& path, const Files& files) {
    Result<std::string> text = files.read(path, most_template_bytes);
    if (!text) return text.error();
    return NamedText{path, std::move(*text)};
}

std::vector<std::string> labelled_languages(const std::string& templates, const Files& files) {
    return names_between(join_path(templates, "labels"), "labels.", ".toml", files);
}

std::vector<std::string> list_styles(const std::string& templates, const Files& files) {
    return names_between(join_path(templates, "styles"), "", ".toml", files);
}

Result<TemplateFiles> read_template_files(const std::string& templates, const std::string& name,
                                          const std::string& language, const Files& files) {
    const std::string own = join_path(templates, name), pack_file = join_path(own, "pack.mustache");
    if (files.kind_of(pack_file) != PathKind::file) return Diagnostic{Code::template_missing, {pack_file, 0, 0, 0}, ""};
    const Result<NamedText> pack = read_named(pack_file, files);
    if (!pack) return pack.error();
    const Result<NamedText> labels = read_label_file(templates, own, language, files);
    if (!labels) return labels.error();
    const Result<std::vector<NamedText>> partials =
        read_partials(join_path(templates, "partials"), join_path(own, "partials"), files);
    if (!partials) return partials.error();
    return TemplateFiles{*pack, *partials, *labels};
}

Result<NamedText> read_style_file(const std::string& templates, const std::string& name, const std::string& style,
                                  const Files& files) {
    const std::string styles = join_path(templates, "styles");
    if (style.empty())
        return read_own_or(join_path(join_path(templates, name), "style.toml"), join_path(styles, "print.toml"), files);
    for (const std::string& path : {join_path(styles, style + ".toml"), style, join_path(style, "style.toml")})
        if (files.kind_of(path) == PathKind::file) return read_named(path, files);
    return Diagnostic{
        Code::style_invalid, {style, 0, 0, 0}, "no such style; there are " + join(list_styles(templates, files), ", ")};
}

Result<std::vector<std::string>> list_templates(const std::string& templates, const Files& files) {
    const Result<std::vector<FolderEntry>> entries = files.list(templates);
    if (!entries) return entries.error();
    std::vector<std::string> names;
    for (const FolderEntry& entry : *entries) {
        const TemplateForms forms = forms_of(templates, entry.name, files);
        if (entry.kind == PathKind::folder && (forms.text || forms.word)) names.push_back(entry.name);
    }
    return names;
}

}  // namespace rapporteur
