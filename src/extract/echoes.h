#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur {

/// Which of a document's statements say the same: word for word (letter case, accents and spacing apart), or in other
/// words.
struct Echoes {
    std::vector<std::pair<std::size_t, std::size_t>> repeats;  // first, later
    std::vector<std::pair<std::size_t, std::size_t>> related;  // earlier, later
};

/// Compares texts by their runs of four words; two are reworded of each other where at least half of the shorter one's
/// runs stand in the other. Each run is looked up in a bounded list, so that cost grows with the length of the texts
/// alone.
Echoes find_echoes(const std::vector<std::string_view>& texts);

}  // namespace rapporteur
