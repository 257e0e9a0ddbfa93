#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "support/result.h"
#include "template/value.h"

namespace rapporteur {

/// How values are written, and how much may come of them.
struct RenderOptions {
    std::function<std::string(std::string_view)> escape;  // of values whose tags do not say that they are not escaped
    std::size_t most_bytes = 0;
};

/// Prepared text (template/prepared.h) filled with values. Names are looked up as Mustache's specification has it: the
/// first part of a dotted name in the innermost object that has it, the rest in what that gives. Fails with
/// `template_invalid` where more comes of it than the most; `file` is what errors show.
Result<std::string> render_prepared(const std::string& text, const Value& values, const RenderOptions& options,
                                    const std::string& file);

/// A Mustache template filled with values, each escaped for XML; knows nothing of packs.
Result<std::string> render_mustache(const std::string& text, const Value& values, const std::string& file);

}  // namespace rapporteur
