#pragma once

#include <string_view>

namespace rapporteur {

/// How much the headings above a sentence promise that it says what a meeting or paper is for: 0 to 3.
double heading_promise(std::string_view folded_heading, std::string_view language);

/// A phrase that was found: how much it tells (0: none found) and where it begins.
struct FoundCue {
    double weight = 0;
    std::size_t at = 0;
};

/// The phrase of a sentence that says most of what a meeting is held for. `folded` as fold() gives it.
FoundCue meeting_purpose(std::string_view folded, std::string_view language);

/// How much a sentence's own words say what a paper is for: 0 to 3; it has to name the paper and then what it does.
double paper_purpose(std::string_view folded, std::string_view language);

/// True for an item's title that says itself that something is decided: "Election of officers", "Approbation du
/// budget". Its own agenda and minutes are formalities.
bool titles_decision(std::string_view folded_title);

}  // namespace rapporteur
