#pragma once

#include <set>
#include <string>
#include <string_view>

#include "support/docx_package.h"
#include "support/result.h"
#include "support/xml.h"
#include "writers/docx/docx_parts.h"

namespace rapporteur {

/// The root of a part of a house document. Fails with `reference_refused` for what is not the part's transitional form
/// ("w:hdr" …), has a document type, or is too large.
Result<XmlNode> house_root(const DocxPart& part, std::string_view root_name, const std::string& file);

/// What cleaning took out, in words for people; each once.
using Cleaned = std::set<std::string>;

/// Takes out of a head or foot what runs, loads or is embedded, and all that names a relation which is not among
/// `kept`.
void clean_furniture(XmlNode& root, const Relationships& kept, Cleaned& cleaned);

/// True where a field of the part prints the page's number.
bool has_page_field(const XmlNode& root);

}  // namespace rapporteur
