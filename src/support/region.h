#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// The ISO 3166-1 codes of two letters of all countries, in alphabetical order.
std::vector<std::string> region_codes();

/// The names of a country in each of the languages (Unicode CLDR), each once.
std::vector<std::string> region_names(std::string_view code, const std::vector<std::string>& languages);

}  // namespace rapporteur
