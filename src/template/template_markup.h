#pragma once

#include <string>
#include <string_view>

#include "support/diagnostic.h"
#include "template/lint.h"

namespace rapporteur {

/// What the XML that a template writes may hold. The faults are worded, empty where there is none.
struct MarkupSchema {
    bool (*is_element)(std::string_view name);
    bool (*takes_text)(std::string_view element);
    std::string (*fault_of_child)(std::string_view parent, std::string_view name);
    std::string (*fault_of_attribute)(std::string_view element, std::string_view key);
    std::string (*fault_of_value)(std::string_view element, std::string_view key, std::string_view value);
};

/// Every mistake in the XML that a template writes, seen before it is filled, with file, line and column: elements,
/// attributes and fixed values that the schema does not know, elements and words where they do not belong, tags that
/// are not closed or closed in the wrong order, and elements that are opened on one side of a Mustache section and
/// closed on the other, so that what comes out depends on the values.
Diagnostics check_markup(const TemplateFiles& files, const MarkupSchema& schema);

}  // namespace rapporteur
