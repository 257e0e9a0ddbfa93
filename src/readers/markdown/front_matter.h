#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// What stands between two lines "---" at the head of a Markdown file.
struct FrontMatter {
    std::string title;
    int title_line = 0;               // 1-based
    std::vector<std::string> others;  // "key: value" of what is not the title
    std::size_t end = 0;              // bytes that it takes, 0 where there is none
};

FrontMatter read_front_matter(std::string_view text);

}  // namespace rapporteur
