#pragma once

#include <string>
#include <vector>

#include "model/document.h"

namespace rapporteur {

/// Everything that must hold of any document that a reader makes; one sentence for each thing that does not.
std::vector<std::string> faults_of(const Document& document);

}  // namespace rapporteur
