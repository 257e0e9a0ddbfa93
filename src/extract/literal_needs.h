#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// Literals of which a text must hold one at least, with A to Z in small letters.
using LiteralClause = std::vector<std::string>;

/// What a text cannot lack where a pattern (in RE2's syntax) matches it: every clause, the most telling one first. What
/// is not understood of the pattern asks for nothing, so the needs are never stricter than the pattern; none: any text
/// may match.
std::vector<LiteralClause> literal_needs(std::string_view pattern);

}  // namespace rapporteur
