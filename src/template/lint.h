#pragma once

#include <string>
#include <vector>

#include "support/named_text.h"
#include "support/result.h"
#include "template/labels.h"

namespace rapporteur {

/// The files of one template. A partial is called by its file's name without folder and ending.
struct TemplateFiles {
    NamedText pack;
    std::vector<NamedText> partials;
    NamedText labels;
};

/// Every mistake of a template, with file, line and column: tags that cannot be read, sections that are not closed or
/// closed in the wrong order, names that no object has where they stand (with the nearest that it has), labels and
/// partials that are missing, partials that include themselves.
Diagnostics lint(const TemplateFiles& files);

/// "quotation" of "templates/partials/quotation.mustache".
std::string partial_name(const std::string& path);

}  // namespace rapporteur
