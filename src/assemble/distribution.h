#pragma once

#include <string>
#include <vector>

namespace rapporteur {

/// The most restrictive of several distribution marks, as printed; empty where there is none. A mark that is not known
/// ranks above every open one.
std::string highest_mark(const std::vector<std::string>& marks);

}  // namespace rapporteur
