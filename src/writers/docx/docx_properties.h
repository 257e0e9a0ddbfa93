#pragma once

#include <string>

#include "layout/pack.h"

namespace rapporteur {

/// docProps/core.xml (ECMA-376-2, 11): title, author, subject, language, and the pack's own date.
std::string docx_core_properties(const PackMeta& meta);

/// docProps/app.xml.
std::string docx_application_properties();

/// word/settings.xml: no prompt on opening, Word's current layout rules, the footnote separators where there are
/// footnotes.
std::string docx_settings(const PackMeta& meta, bool footnotes);

}  // namespace rapporteur
