#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/range.h"
#include "support/result.h"

namespace rapporteur {

/// A named part of what a pattern matched; ranges count bytes of the text searched.
struct Capture {
    std::string name;
    Range range;
    bool operator==(const Capture&) const = default;
};

/// What a pattern matched, with the named parts that took part in the match.
struct PatternMatch {
    Range range;
    std::vector<Capture> captures;
};

/// When a pattern is compiled, which takes far longer than to read it: at once, so that its mistakes are told, or at
/// its first use, where it is known to have none.
enum class Compile { at_once, at_first_use };

/// A compiled regular expression (RE2 syntax: linear time on any text). `(@name:…)` is a named capture, line breaks
/// with the indentation after them are left out, and a plain apostrophe outside brackets stands for the typographic one
/// too.
class Pattern {
public:
    Pattern() = default;
    /// Fails with `pattern_invalid`, the place given and RE2's own reason; a pattern that is compiled later and cannot
    /// be matches nothing.
    static Result<Pattern> compile(std::string_view text, const Place& place = {}, Compile when = Compile::at_once);

    /// The leftmost match at or after byte `from`; nothing where there is none.
    std::optional<PatternMatch> find(std::string_view text, std::size_t from = 0) const;
    /// All matches from left to right that do not overlap; empty ones are passed over.
    std::vector<PatternMatch> find_all(std::string_view text) const;
    bool matches(std::string_view text) const;

    /// The expression as RE2 reads it.
    std::string_view text() const;
    /// Names of the captures, in the order of their brackets.
    std::vector<std::string> names() const;
    bool empty() const { return !compiled_; }

private:
    struct Compiled;
    std::shared_ptr<Compiled> compiled_;  // by all copies
};

/// Many patterns searched for at once: tells in one pass over a text which of them may match, by the literals that each
/// of them cannot do without.
class PatternSet {
public:
    explicit PatternSet(const std::vector<const Pattern*>& patterns);

    /// One mark for each pattern (in the order given to the constructor): false where it cannot match. All may match a
    /// text too long to search.
    std::vector<bool> possible(std::string_view text) const;

private:
    struct Needs;
    std::shared_ptr<Needs> needs_;
};

}  // namespace rapporteur
