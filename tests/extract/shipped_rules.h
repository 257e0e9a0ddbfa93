#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "support/named_text.h"

namespace rapporteur {

/// The XML files below a folder of the source tree, by their path inside it, in the order of the paths.
inline std::vector<NamedText> files_below(const std::string& folder) {
    namespace fs = std::filesystem;
    const fs::path root = fs::path(RAPPORTEUR_SOURCE_DIR) / folder;
    std::vector<NamedText> files;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        if (entry.path().extension() != ".xml") continue;
        std::ifstream in(entry.path(), std::ios::binary);
        files.push_back({fs::relative(entry.path(), root).generic_string(), {std::istreambuf_iterator<char>(in), {}}});
    }
    std::sort(files.begin(), files.end(), [](const NamedText& a, const NamedText& b) { return a.name < b.name; });
    return files;
}

/// The rules as they are installed.
inline std::vector<NamedText> shipped_rules() { return files_below("src/extract/rules"); }

/// The themes as they are installed.
inline std::vector<NamedText> shipped_themes() { return files_below("templates/themes"); }

}  // namespace rapporteur
