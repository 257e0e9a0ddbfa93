#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/rule_set.h"
#include "support/range.h"

namespace rapporteur {

/// A document's symbol as it stands in a text: "A/68/190", "resolution 58/208", "ISO 9001:2015".
struct FoundSymbol {
    Range range;         // in the text that was searched
    std::string symbol;  // as printed; of the later ones of "resolutions 1/2 and 3/4" with the word before it
    std::string title;   // of a resolution or decision, with its body: "General Assembly resolution 58/208"
    const Rule* rule = nullptr;
};

/// All symbols of a text in order, none inside another; `papers` are the rules of record kind "paper".
std::vector<FoundSymbol> find_symbols(const RuleGroup* papers, std::string_view text);

/// The symbol without what makes no difference: spaces, case, a "no." ("resolution no. 5/1" is "resolution5/1").
std::string symbol_key(std::string_view symbol);

/// The letters and figures of a text, in small letters: what two ways of punctuating a symbol share ("WP.237",
/// "WP/237").
std::string letters_and_figures(std::string_view symbol);

/// The symbol that a revision or corrigendum revises: "A/68/190" of "A/68/190/Rev.1"; empty for every other one.
std::string superseded_symbol(std::string_view symbol);

}  // namespace rapporteur
