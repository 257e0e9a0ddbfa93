#pragma once

#include <string_view>

namespace rapporteur {

/// What a heading promises of the sentences under it: above 0 for findings and what is asked, below 0 for method and
/// apparatus. `folded` as fold() gives it; 0 in a language without words of its own.
double section_weight(std::string_view folded_heading, std::string_view language);

/// How much a sentence announces that it sums up, finds, asks for or costs something: 0 to 1.
double announcement(std::string_view folded_sentence, std::string_view language);

/// True for what stands in papers of a house without telling anything of this one: disclaimers, how to cite, notes on
/// symbols.
bool is_apparatus(std::string_view folded_sentence, std::string_view language);

/// True where its first words point back to a sentence before, so that it cannot stand alone.
bool points_back(std::string_view folded_sentence, std::string_view language);

}  // namespace rapporteur
