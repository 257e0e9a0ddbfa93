#pragma once

#include "layout/pack.h"
#include "support/xml.h"

namespace rapporteur {

/// The inlines among the children of a node that find_fault has passed, white space as in HTML.
Inlines read_inlines(const XmlNode& node);

/// True for an element that stands in a line of text.
bool is_inline_element(const XmlNode& node);

}  // namespace rapporteur
