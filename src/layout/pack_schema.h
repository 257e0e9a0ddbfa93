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

/// What pack_xml.md allows, piece by piece, for those who see a template before it is filled. Each gives what is wrong,
/// with the nearest known name, or nothing.
bool is_element(std::string_view name);
/// `parent` is empty for the root.
std::string fault_of_child(std::string_view parent, std::string_view name);
std::string fault_of_attribute(std::string_view element, std::string_view key);
std::string fault_of_value(std::string_view element, std::string_view key, std::string_view value);
/// Whether words may stand in the element.
bool takes_text(std::string_view element);

/// Every role that a paragraph of a pack may name; a style has to define each.
std::span<const std::string_view> paragraph_roles();

/// "", or "; did you mean NAME?" where one of the names (separated by blanks) is near enough to `wrong`.
std::string suggestion(std::string_view wrong, std::string_view names);

}  // namespace rapporteur
