#pragma once

#include <ostream>

#include "app/files.h"
#include "app/options.h"
#include "app/report.h"

namespace rapporteur {

/// Writes a commented project file into a folder, with the sources and formats that are found there. One that stands
/// there is left as it is.
void init_project(const InitOptions& options, Files& files, std::ostream& out, Report& report);

}  // namespace rapporteur
