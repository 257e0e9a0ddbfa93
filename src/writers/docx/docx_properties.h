#pragma once

#include <map>
#include <string>
#include <string_view>

#include "layout/pack.h"
#include "writers/docx/house_document.h"

namespace rapporteur {

/// docProps/core.xml (ECMA-376-2, 11): title, author, subject, language, and the pack's own date.
std::string docx_core_properties(const PackMeta& meta);

/// Texts by their names.
using CustomProperties = std::map<std::string, std::string>;

/// What every pack says of itself in its custom properties.
CustomProperties pack_properties(const PackMeta& meta);

/// docProps/custom.xml (ECMA-376-1, 22.3).
std::string docx_custom_properties(const CustomProperties& properties);

/// docProps/app.xml.
std::string docx_application_properties();

/// word/settings.xml: no prompt on opening, Word's current layout rules, the footnote separators where there are
/// footnotes, and what a house document says of pages and text.
std::string docx_settings(const PackMeta& meta, bool footnotes, const HouseDocument* house);

/// True for a setting of the look of pages and text, which a house document may give; all others concern its own text
/// or machine.
bool is_house_setting(std::string_view name);

}  // namespace rapporteur
