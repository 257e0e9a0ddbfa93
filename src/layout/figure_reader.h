#pragma once

#include <string>

#include "layout/figure.h"
#include "support/result.h"
#include "support/xml.h"

namespace rapporteur {

/// A `figure`; fails with `pack_invalid` where an event's date cannot be read or ends before it begins,
/// or the time of a session likewise.
Result<Figure> read_figure(const XmlNode& node, const std::string& file);

}  // namespace rapporteur
