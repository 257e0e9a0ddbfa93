#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/files.h"
#include "app/report.h"
#include "model/record.h"

namespace rapporteur {

/// The files of documents, by the ids of their records.
using SourceFiles = std::map<std::string, std::unique_ptr<HeldBytes>>;

/// Holds the files that were read. One that has changed since, or that lay inside another, is reported and left out.
SourceFiles hold_sources(const std::vector<DocumentRecord>& documents, const Files& files, Report& report);

}  // namespace rapporteur
