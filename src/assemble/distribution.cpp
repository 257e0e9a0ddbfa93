#include "assemble/distribution.h"

#include <algorithm>
#include <optional>

#include "support/text.h"

namespace rapporteur {
namespace {

using enum Classification;

constexpr std::string_view level_names[] = {"general", "limited", "restricted", "confidential",
                                            "strictly-confidential"};

/// Words of distribution marks, folded; a mark counts as the highest word that it holds.
struct MarkWord {
    std::string_view word;
    Classification level;
};

constexpr MarkWord mark_words[] = {
    {"general", general},
    {"generale", general},
    {"public", general},
    {"publique", general},
    {"publico", general},
    {"publica", general},
    {"unrestricted", general},
    {"unclassified", general},
    {"provisional", general},
    {"provisoire", general},
    {"общее", general},
    {"общая", general},
    {"عام", general},
    {"普遍", general},
    {"limited", limited},
    {"limitee", limited},
    {"limite", limited},
    {"limitada", limited},
    {"limitado", limited},
    {"ограниченное", limited},
    {"محدود", limited},
    {"restricted", restricted},
    {"restreint", restricted},
    {"restreinte", restricted},
    {"reservada", restricted},
    {"internal", restricted},
    {"interne", restricted},
    {"official", restricted},
    {"officiel", restricted},
    {"participants", restricted},
    {"private", restricted},
    {"embargoed", restricted},
    {"in-confidence", confidential},
    {"confidence", confidential},
    {"confidential", confidential},
    {"confidentiel", confidential},
    {"confidentielle", confidential},
    {"confidencial", confidential},
    {"secret", strictly_confidential},
    {"strictly", strictly_confidential},
    {"strictement", strictly_confidential},
};

}  // namespace

std::string_view name_of(Classification level) { return level_names[static_cast<std::size_t>(level)]; }

Classification classification_of(std::string_view mark) {
    if (collapse_space(mark).empty()) return general;
    const std::string folded = fold(mark);
    std::optional<Classification> highest;
    for (const Range& word : words(folded))
        for (const MarkWord& known : mark_words)
            if (std::string_view(folded).substr(word.begin, word.size()) == known.word)
                highest = std::max(highest.value_or(known.level), known.level);
    return highest.value_or(restricted);
}

std::string highest_mark(const std::vector<std::string>& marks) {
    const std::string* highest = nullptr;
    for (const std::string& mark : marks)
        if (!mark.empty() && (!highest || classification_of(mark) > classification_of(*highest))) highest = &mark;
    return highest ? sentence_case(*highest) : std::string();
}

}  // namespace rapporteur
