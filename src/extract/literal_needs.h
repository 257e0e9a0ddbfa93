#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// Literals of which a text must hold one at least, with A to Z in small letters; none of them begins or ends another.
using LiteralClause = std::vector<std::string>;

/// What a text cannot lack where a pattern matches it.
struct LiteralNeeds {
    std::vector<LiteralClause> clauses;  // the most telling one first
    LiteralClause opening;               // how the text begins; empty: in any way

    /// False where the text begins otherwise.
    bool allow_opening_of(std::string_view text) const;
};

/// Reads the needs off a pattern in RE2's syntax. What is not understood of it asks for nothing, so the needs are never
/// stricter than the pattern.
LiteralNeeds literal_needs(std::string_view pattern);

}  // namespace rapporteur
