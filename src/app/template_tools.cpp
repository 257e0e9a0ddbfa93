#include "app/template_tools.h"

#include <algorithm>
#include <tuple>

#include "app/template_files.h"
#include "layout/style.h"
#include "support/text.h"
#include "template/word/word_comments.h"

namespace rapporteur {
namespace {

auto place_key(const Diagnostic& problem) {
    return std::tie(problem.place.file, problem.place.line, problem.place.column, problem.code, problem.detail);
}

void append(Diagnostics& all, const Diagnostics& more) { all.insert(all.end(), more.begin(), more.end()); }

/// A template named by its folder, where the name has a slash; else one of the folder of templates.
std::pair<std::string, std::string> folder_and_name(const std::string& named, const Resources& resources,
                                                    const Files& files) {
    std::string path = named;
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();
    if (forms_of(resources.templates, path, files).word && path.ends_with(".docx")) return {resources.templates, path};
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return {resources.templates, path};
    return {slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

/// What all templates of a folder share.
constexpr std::string_view shared_parts[] = {"labels", "partials", "styles", "themes", "states.toml", "README.md"};

bool is_template_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

/// Copies the text files of a path, a folder or a file; nothing where that went well.
std::optional<Diagnostic> copy_texts(const std::string& from, const std::string& to, Files& files) {
    const bool is_file = files.kind_of(from) == PathKind::file;
    const auto texts = read_texts(from, {".mustache", ".docx", ".toml", ".xml", ".md"}, files);
    if (!texts) return texts.error();
    for (const NamedText& text : *texts) {
        const std::string path = is_file ? to : join_path(to, text.name);
        if (const auto problem = files.make_folder(path.substr(0, path.rfind('/')))) return problem;
        if (const auto problem = files.write(path, text.text)) return problem;
    }
    return std::nullopt;
}

Diagnostics lint_styles(const std::string& templates, const Files& files) {
    Diagnostics problems;
    for (const std::string& style : list_styles(templates, files)) {
        const Result<NamedText> file = read_style_file(templates, "", style, files);
        if (file) scan_style(*file, problems);
    }
    return problems;
}

Diagnostics lint_word(const std::string& templates, const std::string& name, const std::string& language,
                      const Files& files) {
    const Result<WordFiles> word_files = read_word_files(templates, name, language, files);
    if (!word_files) return {word_files.error()};
    Diagnostics problems;
    load_word_template(*word_files, problems);
    return problems;
}

/// The Word template with its mistakes as comments.
void write_commented(const std::string& templates, const std::string& name, const std::string& language,
                     const Diagnostics& problems, const std::string& path, Files& files, Report& report) {
    const auto word_files = report.value_or_told(read_word_files(templates, name, language, files));
    const auto copy = word_files ? report.value_or_told(with_comments(word_files->document, problems)) : std::nullopt;
    if (!copy) return;
    if (const auto problem = files.write(path, *copy)) report.add(*problem);
}

/// Compares as people sort: "paragraph 2" before "paragraph 10".
int compare_naturally(std::string_view a, std::string_view b) {
    const auto number_at = [](std::string_view& text) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
        const std::string_view digits = text.substr(0, end);
        text.remove_prefix(end);
        return digits;
    };
    while (!a.empty() && !b.empty()) {
        const std::string_view x = number_at(a), y = number_at(b);
        if (x.size() != y.size()) return x.empty() || y.empty() ? (x.empty() ? 1 : -1) : (x.size() < y.size() ? -1 : 1);
        if (const int order = x.compare(y); order != 0) return order;
        if (a.empty() || b.empty()) break;
        if (a.front() != b.front()) return a.front() < b.front() ? -1 : 1;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.empty() ? (b.empty() ? 0 : -1) : 1;
}

bool stands_before(const Diagnostic& a, const Diagnostic& b) {
    const int order = compare_naturally(a.place.file, b.place.file);
    return order != 0 ? order < 0 : place_key(a) < place_key(b);
}

}  // namespace

Diagnostics lint_template(const std::string& templates, const std::string& name,
                          const std::vector<std::string>& languages, const std::string& style, const Files& files) {
    Diagnostics problems;
    bool markup_is_checked = false;
    const TemplateForms forms = forms_of(templates, name, files);
    for (const std::string& language : languages) {
        if (forms.word) append(problems, lint_word(templates, name, language, files));
        if (forms.word && !forms.text) continue;
        const Result<TemplateFiles> texts = read_template_files(templates, name, language, files);
        if (!texts) {
            problems.push_back(texts.error());
            continue;
        }
        append(problems, lint(*texts));
        if (!markup_is_checked) append(problems, check_pack_markup(*texts));  // the same in every language
        markup_is_checked = true;
    }
    const Result<NamedText> look = read_style_file(templates, name, style, files);
    if (look) {
        scan_style(*look, problems);
    } else {
        problems.push_back(look.error());
    }
    std::sort(problems.begin(), problems.end(), stands_before);
    const auto same = [](const Diagnostic& a, const Diagnostic& b) { return place_key(a) == place_key(b); };
    problems.erase(std::unique(problems.begin(), problems.end(), same), problems.end());
    return problems;
}

void lint_templates(const LintOptions& options, const Resources& resources, Files& files, std::ostream& out,
                    Report& report) {
    std::vector<std::string> names = options.templates;
    if (names.empty()) {
        auto all = report.configured(list_templates(resources.templates, files));
        if (!all) return;
        names = std::move(*all);
        report.add(lint_styles(resources.templates, files));
    }
    for (const std::string& named : names) {
        const auto [folder, name] = folder_and_name(named, resources, files);
        std::vector<std::string> languages = labelled_languages(folder, files);
        if (languages.empty()) languages = {"en"};  // so that what lacks is told
        const Diagnostics problems = lint_template(folder, name, languages, "", files);
        report.add(problems);
        if (!options.commented.empty() && !problems.empty())
            write_commented(folder, name, languages.front(), problems, options.commented, files, report);
        if (problems.empty()) out << name << ": no mistakes (" << join(languages, ", ") << ")\n";
    }
}

void make_template(const NewTemplateOptions& options, const Resources& resources, Files& files, std::ostream& out,
                   Report& report) {
    const std::string from = join_path(resources.templates, options.from), to = join_path(options.into, options.name);
    const auto refuse = [&](Code code, const std::string& path, std::string detail) {
        report.add(Diagnostic{code, {path, 0, 0, 0}, std::move(detail)});
    };
    if (!is_template_name(options.name))
        return refuse(Code::template_invalid, options.name, "a template's name has letters, digits, - and _");
    const TemplateForms forms = forms_of(resources.templates, options.from, files);
    if (!forms.text && !forms.word) return refuse(Code::template_missing, from, "");
    if (files.kind_of(to) != PathKind::missing)
        return refuse(Code::output_unwritable, to, "it is there already, and is not written over");
    if (const auto problem = copy_texts(from, to, files)) return report.add(*problem);
    for (const std::string_view part : shared_parts) {
        const std::string name(part), shared = join_path(resources.templates, name);
        const std::string own = join_path(options.into, name);
        if (files.kind_of(shared) == PathKind::missing || files.kind_of(own) != PathKind::missing) continue;
        if (const auto problem = copy_texts(shared, own, files)) return report.add(*problem);
    }
    out << "The template " << options.name << " is in " << to
        << "; words, pieces and looks are in the folders beside it.\n"
        << "Check it:  rapporteur lint " << options.name << " --templates " << options.into << "\n"
        << "Use it:    rapporteur build FOLDER --template " << options.name << " --templates " << options.into << "\n";
}

}  // namespace rapporteur
