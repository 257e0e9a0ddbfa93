#pragma once

#include <string>
#include <vector>

#include "app/reading.h"
#include "assemble/instructions.h"

namespace rapporteur {

/// The notes of the file on the items of the packs; those without an item are reported.
Instructions read_instructions(const std::string& file, const Library& library, const std::vector<Selection>& selected,
                               const Knowledge& knowledge, const SharedOptions& shared, const Files& files,
                               Report& report);

}  // namespace rapporteur
