#include "readers/markdown/front_matter.h"

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int most_lines = 80;

std::string_view unquoted(std::string_view value) {
    value = trim(value);
    const bool quoted =
        value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
    return quoted ? value.substr(1, value.size() - 2) : value;
}

bool is_fence(std::string_view line) { return line == "---" || line == "..."; }

}  // namespace

FrontMatter read_front_matter(std::string_view text) {
    FrontMatter out;
    if (!text.starts_with("---\n")) return out;
    std::size_t at = 4;
    for (int number = 2; number <= most_lines && at < text.size(); ++number) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = trim(text.substr(at, end - at));
        at = std::min(end + 1, text.size());
        if (is_fence(line)) {
            out.end = at;
            return out;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0) {
            if (!line.empty() && !line.starts_with('-') && out.others.empty() && out.title.empty()) return {};
            continue;
        }
        const std::string_view value = unquoted(line.substr(colon + 1));
        if (to_lower(line.substr(0, colon)) == "title" && !value.empty()) {
            out.title = collapse_space(value);
            out.title_line = number;
        } else if (!value.empty()) {
            out.others.push_back(std::string(line.substr(0, colon)) + ": " + collapse_space(value));
        }
    }
    return {};
}

}  // namespace rapporteur
