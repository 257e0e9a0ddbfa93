#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// How many characters a bracket of a loose pattern may hold.
struct LengthLimit {
    int group = 0;  // number of the bracket
    std::size_t most = 0;

    /// False where the bracket holds more characters (UTF-8).
    bool allows(std::string_view held) const;
};

/// A pattern whose long counted repetitions of one character ("[^;]{2,200}") have no upper bound but a bracket around
/// them. RE2 writes such a repetition out, one copy of the class for each count, and is slow with the thousands of
/// steps; a loop is one copy.
///
/// Whatever the pattern matches the loose one matches, and both prefer the same of several matches. So where the loose
/// one finds nothing, neither does the pattern; and where what it finds keeps the limits, the pattern finds just that.
struct LoosePattern {
    std::string text;                 // in RE2's syntax
    std::vector<LengthLimit> limits;  // by number; none: the pattern has no long repetition
};

/// Loosens a pattern in RE2's syntax. Repetitions that are repeated themselves stay as they are: their bracket would
/// hold the last round alone.
LoosePattern loosen(std::string_view pattern);

}  // namespace rapporteur
