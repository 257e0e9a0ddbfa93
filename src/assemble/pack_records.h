#pragma once

#include <string>
#include <vector>

#include "assemble/library.h"

namespace rapporteur {

/// The records that stand in these documents, as a pack hands them on: files by their names, without the folders that
/// they lay in.
Records records_of_documents(const Library& library, const std::vector<std::string>& documents);

}  // namespace rapporteur
