#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rapporteur {

/// A run of asterisks, and what it turned out to do.
struct Stars {
    std::size_t line = 0;
    std::size_t at = 0;
    int count = 0;
    bool can_open = false;
    bool can_close = false;
    bool literal = true;
    bool bold = false;  // emphasis after it
    bool italic = false;
};

/// The runs of asterisks of lines that follow one another without a blank one, paired into emphasis as far as they go:
/// an emphasis may span a few lines and touch the next; a run without a partner stays literal.
std::vector<Stars> paired_stars(const std::vector<std::string_view>& lines);

}  // namespace rapporteur
