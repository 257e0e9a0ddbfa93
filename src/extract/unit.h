#pragma once

#include <string>
#include <vector>

#include "extract/outline.h"
#include "extract/setting.h"

namespace rapporteur {

/// The smallest piece that is one statement: a sentence, a list item's sentence, a clause of a resolution.
struct Unit {
    std::size_t block = 0;
    Range range;              // in the document's text, without separators at the end ("; and")
    bool first = false;       // begins its block
    bool leads = false;       // introduces the list that follows: its items are the statements
    bool clause = false;      // a clause of a resolution
    bool preambular = false;  // a clause that gives reasons and asks nothing
    bool cut = false;         // the source breaks off inside it or began before it
};

/// How a language builds resolutions: where their clauses begin.
struct ClausePatterns {
    std::string language;                 // BCP 47, for the ends of sentences
    const Pattern* start = nullptr;       // captures `clause`, the clause's first words
    const Pattern* preambular = nullptr;  // matches a clause that gives reasons
};

/// Into what a block is cut: sentences; clauses where it has some, else sentences; clauses, else the whole block.
enum class UnitForm { sentences, clauses, whole };

ClausePatterns clause_patterns(const RuleSet& rules, std::string_view language);

/// The units of one block, in order, those that touch a damaged stretch left out; from a scan only what is mostly
/// damaged.
std::vector<Unit> units_of(const Document& document, std::size_t block, UnitForm form, const ClausePatterns& patterns);

/// The last unit of a block that introduces a list: the clause that governs the items.
Range lead_in_of(const Document& document, std::size_t block, UnitForm form, const ClausePatterns& patterns);

}  // namespace rapporteur
