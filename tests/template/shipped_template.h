#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "template/lint.h"

/// The templates of the project's own folder.
namespace rapporteur::shipped {

inline NamedText read(const std::string& path) {
    const std::string whole = std::string(RAPPORTEUR_SOURCE_DIR) + "/templates/" + path;
    std::ifstream file(whole, std::ios::binary);
    return {"templates/" + path, std::string(std::istreambuf_iterator<char>(file), {})};
}

/// `name` is "meeting", "theme" or "summary".
inline TemplateFiles files(const std::string& name, const std::string& language = "en") {
    TemplateFiles files;
    files.pack = read(name + "/pack.mustache");
    files.labels = read("labels/labels." + language + ".toml");
    std::vector<std::string> names;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(RAPPORTEUR_SOURCE_DIR) + "/templates/partials"))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    for (const std::string& each : names) files.partials.push_back(read("partials/" + each));
    return files;
}

}  // namespace rapporteur::shipped
