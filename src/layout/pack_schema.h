#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "support/diagnostic.h"
#include "support/xml.h"

namespace rapporteur {

/// The first thing in a tree of pack XML that pack_xml.md does not allow: an element, an attribute or text in a wrong
/// place, or a value that is none of those known; with its line and the nearest known name.
std::optional<Diagnostic> find_fault(const XmlNode& root, const std::string& file);

/// Every role that a paragraph of a pack may name; a style has to define each.
std::span<const std::string_view> paragraph_roles();

/// "", or "; did you mean NAME?" where one of the names (separated by blanks) is near enough to `wrong`.
std::string suggestion(std::string_view wrong, std::string_view names);

}  // namespace rapporteur
