#pragma once

#include <optional>
#include <ostream>

#include "app/reading.h"

namespace rapporteur {

/// Prints one document as reading and extraction see it; what went wrong is in the report.
void inspect(const InspectOptions& inspected, const SharedOptions& shared, const Knowledge& knowledge,
             const Files& files, std::ostream& out, Report& report);

}  // namespace rapporteur
