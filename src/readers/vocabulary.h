#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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
    /// The words of a document whose drafts stand in two places.
    Vocabulary(const Drafts& drafts, const Drafts& more);
    Vocabulary(const Vocabulary&) = delete;
    Vocabulary& operator=(const Vocabulary&) = delete;
    /// Adds the words of a text.
    void add(std::string_view text);
    /// How often the word stands in the document, whatever its case.
    std::size_t count(std::string_view word) const;
    /// True where the word is the beginning of a longer word of the drafts, and itself stands there only once.
    bool is_cut(std::string_view word) const;

    /// What the hyphen between two parts of a word is, by what the rest of the document writes.
    Hyphen across_hyphen(std::string_view first, std::string_view second) const;
    /// The same for lines of one paragraph, where the parts do belong together: an unknown word loses its hyphen unless
    /// its parts are words of their own.
    bool keeps_hyphen(std::string_view first, std::string_view second) const;

private:
    /// Lets words be looked up without a copy.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
    };

    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> counts_;  // its order is never seen
    std::vector<std::string_view> sorted_;                                        // the words of the drafts
};

}  // namespace rapporteur
