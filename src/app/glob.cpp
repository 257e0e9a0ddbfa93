#include "app/glob.h"

#include <cstddef>
#include <vector>

namespace rapporteur {

bool fits_glob(std::string_view pattern, std::string_view path) {
    if (pattern.find('/') == pattern.npos) path.remove_prefix(path.rfind('/') + 1);
    // reached[i]: the pattern so far takes the first i characters of the path
    std::vector<bool> reached(path.size() + 1, false);
    reached[0] = true;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char sign = pattern[at];
        const bool star = sign == '*', deep = star && at + 1 < pattern.size() && pattern[at + 1] == '*';
        if (deep) {
            ++at;
            // "**/" also stands for no folder at all
            if (at + 1 < pattern.size() && pattern[at + 1] == '/' && (at < 2 || pattern[at - 2] == '/')) {
                std::vector<bool> next = reached;
                bool any = false;
                for (std::size_t i = 0; i < path.size(); ++i) {
                    any = any || reached[i];
                    if (any && path[i] == '/') next[i + 1] = true;
                }
                reached = std::move(next);
                ++at;
                continue;
            }
        }
        std::vector<bool> next(path.size() + 1, false);
        if (star) next[0] = reached[0];
        for (std::size_t i = 0; i < path.size(); ++i) {
            const bool crosses = path[i] == '/';
            if (star) {
                next[i + 1] = reached[i + 1] || (next[i] && (deep || !crosses));
            } else {
                next[i + 1] = reached[i] && (sign == path[i] || (sign == '?' && !crosses));
            }
        }
        reached = std::move(next);
    }
    return reached[path.size()];
}

}  // namespace rapporteur
