#pragma once

#include <string>
#include <vector>

#include "app/files.h"
#include "support/named_text.h"
#include "template/lint.h"
#include "template/render.h"
#include "template/word/word_template.h"

namespace rapporteur {

/// All mistakes in the pack XML of a template.
Diagnostics check_pack_markup(const TemplateFiles& files);

/// What a template is made of.
struct TemplateForms {
    bool text = false;  // pack.mustache
    bool word = false;  // pack.docx, or the template is named by a Word file itself
};
TemplateForms forms_of(const std::string& templates, const std::string& name, const Files& files);

/// The Word file of a template, with the files beside it and the labels of a language.
Result<WordFiles> read_word_files(const std::string& templates, const std::string& name, const std::string& language,
                                  const Files& files);

/// A template of pack XML that holds the figures which Word templates can draw, in the order of the field table.
Result<Template> load_figures(const std::string& templates, const std::string& language, const Files& files);

/// A small text file, named by its path.
Result<NamedText> read_named(const std::string& path, const Files& files);

/// The files of one template in a folder of templates, with the labels of a language ("fr"). The template's folder may
/// hold labels and partials of its own in place of those that all share.
Result<TemplateFiles> read_template_files(const std::string& templates, const std::string& name,
                                          const std::string& language, const Files& files);

/// The style that is asked for, by name or path; without one the template's own, else that of print.
Result<NamedText> read_style_file(const std::string& templates, const std::string& name, const std::string& style,
                                  const Files& files);

/// The languages that a folder of templates has labels for, in alphabetical order.
std::vector<std::string> labelled_languages(const std::string& templates, const Files& files);

/// The names of the styles that a folder of templates has, in alphabetical order.
std::vector<std::string> list_styles(const std::string& templates, const Files& files);

/// The names of the templates in a folder, in alphabetical order.
Result<std::vector<std::string>> list_templates(const std::string& templates, const Files& files);

}  // namespace rapporteur
