#include "assemble/statement.h"

#include <algorithm>

#include "support/capital.h"
#include "support/text.h"

namespace rapporteur {

namespace {

/// Capitals that are words and no abbreviations: two words or more, one of them long.
bool is_shouted(std::string_view title) {
    constexpr std::size_t longest_abbreviation = 4;
    const std::vector<Range> found = words(title);
    return found.size() > 1 && std::any_of(found.begin(), found.end(),
                                           [](const Range& word) { return word.size() > longest_abbreviation; });
}

}  // namespace

std::string heading_case(std::string_view title) {
    std::string cased = collapse_space(title);
    if (is_shouted(cased)) cased = sentence_case(cased);
    return capitalised(cased);
}

bool has_theme(const std::vector<ThemeScore>& themes, std::string_view id) {
    return std::any_of(themes.begin(), themes.end(), [&](const ThemeScore& theme) { return theme.id == id; });
}

}  // namespace rapporteur
