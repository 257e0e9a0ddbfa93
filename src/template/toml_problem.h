#pragma once

#include <toml++/toml.h>

#include <string>

#include "support/diagnostic.h"

namespace rapporteur {

/// A mistake at that place of one of the templates' TOML files.
inline Diagnostic toml_problem(const std::string& file, const toml::source_region& where, std::string why) {
    return {Code::template_invalid,
            {file, 0, static_cast<int>(where.begin.line), static_cast<int>(where.begin.column)},
            std::move(why)};
}

}  // namespace rapporteur
