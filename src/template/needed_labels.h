#pragma once

#include <string>
#include <vector>

namespace rapporteur {

/// Keys of the labels that the program itself words with: a labels file without one of them is refused.
std::vector<std::string> needed_labels();

}  // namespace rapporteur
