#pragma once

#include "support/diagnostic.h"
#include "template/lint.h"

namespace rapporteur {

/// Every mistake in the pack XML that a template writes, seen before it is filled, with file, line and column:
/// elements, attributes and fixed values that pack_xml.md does not know, elements and words where they do not belong,
/// tags that are not closed or closed in the wrong order, and elements that are opened on one side of a Mustache
/// section and closed on the other, so that what comes out depends on the values.
Diagnostics check_markup(const TemplateFiles& files);

}  // namespace rapporteur
