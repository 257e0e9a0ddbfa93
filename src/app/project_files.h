#pragma once

#include <string>
#include <vector>

#include "app/files.h"
#include "app/project.h"

namespace rapporteur {

/// The documents of a project's sources, by path, without what the program itself writes. What is wrong is added to
/// `problems`; nothing where a whole source is not there: packs without it would withdraw what it says.
std::optional<std::vector<std::string>> find_project_documents(const Project& project, const std::string& project_file,
                                                               bool follow_links, const Files& files,
                                                               Diagnostics& problems);

}  // namespace rapporteur
