#pragma once

#include <string_view>

namespace rapporteur {

/// How much the headings above a sentence promise that it says what a meeting or paper is for: 0 to 3.
double heading_promise(std::string_view folded_heading, std::string_view language);

/// How much a sentence's own words say what a meeting is held for: 0 to 3. `folded` as fold() gives it.
double meeting_purpose(std::string_view folded, std::string_view language);

/// How much a sentence's own words say what a paper is for: 0 to 3.
double paper_purpose(std::string_view folded, std::string_view language);

}  // namespace rapporteur
