#pragma once

#include <string>
#include <string_view>

#include "support/result.h"
#include "template/value.h"

namespace rapporteur {

/// A Mustache template filled with values, each escaped for XML; knows nothing of packs. `file` is what errors show.
Result<std::string> render_mustache(const std::string& text, const Value& values, const std::string& file);

}  // namespace rapporteur
