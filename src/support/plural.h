#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// Which form of a word a number takes in a language: "zero", "one", "two", "few", "many" or "other" (CLDR's plural
/// rules of cardinal numbers).
std::string plural_form(std::string_view language, std::size_t number);

/// The forms that whole numbers below a million take in a language, in the order in which they first do from 0 on.
std::vector<std::string> plural_forms(std::string_view language);

}  // namespace rapporteur
