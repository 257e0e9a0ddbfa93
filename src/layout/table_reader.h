#pragma once

#include <string>
#include <vector>

#include "layout/pack.h"
#include "support/result.h"
#include "support/xml.h"

namespace rapporteur {

/// A `p` or `blockquote`; `role` where it names none.
Paragraph read_paragraph(const XmlNode& node, const std::string& role);

/// The paragraphs below a node: its `p` and `blockquote`, or, where it has none, its inlines as one paragraph of
/// `role`.
std::vector<Paragraph> read_paragraphs(const XmlNode& node, const std::string& role);

/// A `table`; fails with `pack_invalid` where a width, a gutter or a colspan cannot be read or a row has more cells
/// than columns.
Result<Table> read_table(const XmlNode& node, const std::string& file);

}  // namespace rapporteur
