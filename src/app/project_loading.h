#pragma once

#include <optional>
#include <string>

#include "app/files.h"
#include "app/project.h"
#include "app/report.h"
#include "app/resources.h"
#include "extract/extract.h"

namespace rapporteur {

/// The project file, with every mistake in it told; nothing where there is one.
std::optional<Project> load_project(const std::string& path, const Resources& resources, const Knowledge& knowledge,
                                    const Files& files, Report& report);

}  // namespace rapporteur
