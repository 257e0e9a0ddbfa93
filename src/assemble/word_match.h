#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// Tells which of several titles a statement touches by its words: those that few of the titles share count.
class TitleWords {
public:
    explicit TitleWords(const std::vector<std::string>& titles);

    /// True where the text holds at least three of the title's telling words and at least half of them.
    bool touches(std::size_t title, std::string_view text) const;

private:
    std::vector<std::vector<std::string>> telling_;  // of each title
};

/// True where two titles share most of their longer words: one thing under two wordings. Titles without such words are
/// alike.
bool are_alike(std::string_view title, std::string_view other);

/// The longer words of a text, folded and cut to their first letters, so that forms of one word are the same.
std::vector<std::string> word_stems(std::string_view text);

}  // namespace rapporteur
