#pragma once

#include <vector>

#include "assemble/briefing.h"
#include "assemble/scope.h"

namespace rapporteur {

/// Sentences of the meeting's documents that say what a meeting is held for, and what its papers are for.
struct Purpose {
    std::vector<Quotation> meeting;  // at most two, the first the best
    std::vector<Quotation> papers;   // at most one a paper
};

/// Chooses by section, by the words of the sentence, by its place and by how much it shares with the rest of the
/// document; nothing is chosen where no sentence has the words.
Purpose find_purpose(const Library& library, const Scope& scope);

}  // namespace rapporteur
