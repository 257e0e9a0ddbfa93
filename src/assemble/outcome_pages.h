#pragma once

#include <map>

#include "assemble/briefing.h"
#include "assemble/scope.h"

namespace rapporteur {

/// The numbered outcomes of one pack.
struct NumberedOutcomes {
    OutcomePages pages;
    std::vector<OutcomeRow> rows;
    std::map<std::string, std::size_t> row_of_key;
};

/// Outcomes of the meeting, of earlier ones by meeting and date, and all dated happenings as rows of a timeline.
NumberedOutcomes number_outcomes(const Library& library, const Scope& scope);

}  // namespace rapporteur
