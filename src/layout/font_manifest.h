#pragma once

#include <string>
#include <vector>

#include "support/named_text.h"
#include "support/result.h"

namespace rapporteur {

/// A face that a pack may be set in: its role and the files that can fill it, the first that is there being taken.
struct FontCandidate {
    std::string
        role;  // "sans", "serif-bold", "display"; "serif.arabic": what serif falls back to; "any.symbols": what all do
    std::vector<std::string> paths;
    int index = 0;  // inside a collection
    std::string licence, package;
    bool required = false;
    double scale = 1;  // of the size that the style asks for
};

/// Reads the manifest of fonts (TOML); fails with `style_invalid` and the line.
Result<std::vector<FontCandidate>> read_font_manifest(const NamedText& file);

}  // namespace rapporteur
