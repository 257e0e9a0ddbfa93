#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "readers/draft.h"

namespace rapporteur {

/// What a hyphen at the end of a line is.
enum class Hyphen {
    of_the_break,  // goes with the break: "com-" "ment"
    of_the_word,   // stays: "High-" "level"
    unknown,       // the document has no such word
};

/// The words of one document, for telling whole words from cut ones.
class Vocabulary {
public:
    Vocabulary() = default;
    explicit Vocabulary(const Drafts& drafts);
    /// Adds the words of a text.
    void add(std::string_view text);
    /// How often the word stands in the document, whatever its case.
    std::size_t count(std::string_view word) const;
    /// True where the word is the beginning of a longer word of the document, and itself stands there only once.
    bool is_cut(std::string_view word) const;

    /// What the hyphen between two parts of a word is, by what the rest of the document writes.
    Hyphen across_hyphen(std::string_view first, std::string_view second) const;
    /// The same for lines of one paragraph, where the parts do belong together: an unknown word loses its hyphen unless
    /// its parts are words of their own.
    bool keeps_hyphen(std::string_view first, std::string_view second) const;

private:
    std::map<std::string, std::size_t, std::less<>> counts_;
};

}  // namespace rapporteur
