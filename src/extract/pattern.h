#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/range.h"
#include "support/result.h"

namespace re2 {
class RE2;
}

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

/// A compiled regular expression (RE2 syntax: linear time on any text). `(@name:…)` is a named capture, line breaks
/// with the indentation after them are left out, and a plain apostrophe outside brackets stands for the typographic one
/// too.
class Pattern {
public:
    Pattern() = default;
    /// Fails with `pattern_invalid`, the place given and RE2's own reason.
    static Result<Pattern> compile(std::string_view text, const Place& place = {});

    /// The leftmost match at or after byte `from`; nothing where there is none.
    std::optional<PatternMatch> find(std::string_view text, std::size_t from = 0) const;
    /// All matches from left to right that do not overlap; empty ones are passed over.
    std::vector<PatternMatch> find_all(std::string_view text) const;
    bool matches(std::string_view text) const;

    /// The expression as RE2 reads it.
    const std::string& text() const { return text_; }
    /// Names of the captures, in the order of their brackets.
    const std::vector<std::string>& names() const { return names_; }
    bool empty() const { return !compiled_; }

private:
    std::string text_;
    std::vector<std::string> names_;
    std::vector<int> groups_;  // number of the bracket of each name
    std::shared_ptr<const re2::RE2> compiled_;
};

/// Many patterns searched for at once: tells in one pass over a text which of them may match, by the words that each of
/// them cannot do without.
class PatternSet {
public:
    explicit PatternSet(const std::vector<const Pattern*>& patterns);

    /// Places (as given to the constructor) of the patterns that may match, in rising order; all of them for
    /// a text too long to search.
    std::vector<int> candidates(std::string_view text) const;

private:
    struct Compiled;
    std::shared_ptr<Compiled> compiled_;
};

}  // namespace rapporteur
