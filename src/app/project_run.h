#pragma once

#include "app/command.h"
#include "app/options.h"
#include "app/report.h"
#include "app/resources.h"

namespace rapporteur {

/// Makes the packs of a project that are due and say something new, as new editions, and remembers what they say. Safe
/// to call at any time: what a run that was ended left undone is done by the next, and two at once do not disturb each
/// other. Gives how the run ended.
ExitStatus run_project(const RunOptions& options, const SharedOptions& shared, const ReportStyle& style,
                       const Surroundings& around);

}  // namespace rapporteur
