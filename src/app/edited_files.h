#pragma once

#include <string>
#include <vector>

#include "app/files.h"
#include "app/report.h"
#include "store/edition_book.h"

namespace rapporteur {

/// What somebody wrote into files that are about to be replaced is not lost: those whose bytes are no longer what was
/// written are kept beside themselves as "pack.MARK.docx", or under the next such name that is free, and told. False
/// where that cannot be done, which is told, too.
bool keep_edited(const std::vector<EditionFile>& as_written, const std::string& mark, Files& files, Report& report);

}  // namespace rapporteur
