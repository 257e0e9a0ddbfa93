#pragma once

#include <string>
#include <string_view>

#include "layout/pack.h"
#include "support/result.h"

namespace rapporteur {

/// Reads pack XML as pack_xml.md describes it. Fails with `xml_malformed` or `pack_invalid`, the line, and for a name
/// that is not known the nearest one; `file` is what errors show.
Result<Pack> read_pack(std::string_view xml, const std::string& file);

}  // namespace rapporteur
