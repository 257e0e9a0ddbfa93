#include "assemble/distribution.h"

#include <string_view>

#include "support/text.h"

namespace rapporteur {
namespace {

/// Words of distribution marks and how much they restrict; a mark counts as the highest word that it holds.
struct MarkWord {
    std::string_view word;
    int rank;
};

constexpr MarkWord mark_words[] = {
    {"general", 1},       {"public", 1},       {"unrestricted", 1}, {"unclassified", 1}, {"limited", 2},
    {"limitee", 2},       {"internal", 4},     {"official", 4},     {"restricted", 5},   {"restreint", 5},
    {"in-confidence", 6}, {"confidential", 6}, {"confidentiel", 6}, {"secret", 7},
};
constexpr int unknown_rank = 3;

int rank_of(std::string_view mark) {
    if (mark.empty()) return 0;
    const std::string folded = fold(mark);
    int rank = 0;
    for (const Range& word : words(folded))
        for (const MarkWord& known : mark_words)
            if (std::string_view(folded).substr(word.begin, word.size()) == known.word)
                rank = std::max(rank, known.rank);
    return rank == 0 ? unknown_rank : rank;
}

}  // namespace

std::string highest_mark(const std::vector<std::string>& marks) {
    std::string highest;
    int rank = 0;
    for (const std::string& mark : marks) {
        if (rank_of(mark) <= rank) continue;
        rank = rank_of(mark);
        highest = mark;
    }
    return sentence_case(highest);
}

}  // namespace rapporteur
