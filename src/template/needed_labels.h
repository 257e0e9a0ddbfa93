#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// Keys of the labels that the program itself words with: a labels file without one of them is refused.
/// What is counted needs a label for each plural form of the language.
std::vector<std::string> needed_labels(std::string_view language);

}  // namespace rapporteur
