#pragma once

#include <map>
#include <string>
#include <vector>

#include "assemble/agenda_people.h"
#include "assemble/briefing.h"
#include "assemble/scope.h"

namespace rapporteur {

/// The numbered recommendations of one pack, for all its pages.
struct NumberedRecommendations {
    RecommendationPages pages;
    std::vector<RecommendationRow> rows;            // in the order of their numbers
    std::vector<const Recommendation*> records;     // of each row, the most certain
    std::map<std::string, std::size_t> row_of_key;  // key_of the record -> place in rows
    std::size_t put_to = 0;                         // the first rows are put to the meeting, the others stand in papers
};

/// Groups by addressee (the largest group first, "not stated" last), numbers R1 … in the order printed; proposers whom
/// the agenda names have their full names.
NumberedRecommendations number_recommendations(const Library& library, const Scope& scope, const AgendaPeople& people);

/// The strongest, at most `most`, those put to the meeting before those in its papers; no two of one paragraph before
/// every other paragraph had its turn.
std::vector<RecommendationRow> strongest(const NumberedRecommendations& all, std::size_t most);

}  // namespace rapporteur
