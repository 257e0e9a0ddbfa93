#pragma once

#include "app/files.h"
#include "app/options.h"
#include "app/report.h"

namespace rapporteur {

/// Compares a folder of packs with its manifest: what has changed, is missing, or is extra (hidden files apart) is told
/// as errors, with `inputs` also which documents are no longer those that the packs were made from. That all is as it
/// was written is told, too.
void verify_packs(const VerifyOptions& options, const Files& files, Report& report);

}  // namespace rapporteur
