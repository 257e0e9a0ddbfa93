#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "app/options.h"
#include "app/report.h"
#include "app/resources.h"

namespace rapporteur {

/// Every mistake of a template in the languages that there are labels for: of its tags, its pack XML, its labels and
/// its style, each once, by file and place.
Diagnostics lint_template(const std::string& templates, const std::string& name,
                          const std::vector<std::string>& languages, const std::string& style, const Files& files);

/// Tells the mistakes of the templates named, all where none is; a line on `out` for each that has none. A copy of the
/// Word template with comments is written where one is asked for and there are mistakes.
void lint_templates(const LintOptions& options, const Resources& resources, Files& files, std::ostream& out,
                    Report& report);

/// Copies a template under a new name, and what all templates share where the folder has none of it yet. What stands
/// there is never written over.
void make_template(const NewTemplateOptions& options, const Resources& resources, Files& files, std::ostream& out,
                   Report& report);

}  // namespace rapporteur
