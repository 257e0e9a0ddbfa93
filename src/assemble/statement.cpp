#include "assemble/statement.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {

std::string heading_case(std::string_view title) {
    std::string cased = sentence_case(collapse_space(title));
    if (cased.empty()) return cased;
    const std::size_t first = decode_at(cased, 0).bytes;
    return to_upper(std::string_view(cased).substr(0, first)) + cased.substr(first);
}

bool has_theme(const std::vector<ThemeScore>& themes, std::string_view id) {
    return std::any_of(themes.begin(), themes.end(), [&](const ThemeScore& theme) { return theme.id == id; });
}

}  // namespace rapporteur
