#include "template/nearest_name.h"

#include <algorithm>

namespace rapporteur {
namespace {

constexpr std::size_t longest_name = 100;  // beyond it no name of ours is near

/// Levenshtein distance: letters added, left out or changed.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string nearest_name(std::string_view name, const std::vector<std::string>& names) {
    if (name.size() > longest_name) return {};
    std::string nearest;
    std::size_t least = std::min(name.size(), std::max<std::size_t>(2, name.size() / 3) + 1);
    for (const std::string& each : names) {
        const std::size_t far = distance(name, each);
        if (far >= least) continue;
        least = far;
        nearest = each;
    }
    return nearest;
}

}  // namespace rapporteur
