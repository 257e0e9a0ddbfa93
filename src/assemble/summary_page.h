#pragma once

#include "assemble/briefing.h"
#include "assemble/outcome_pages.h"
#include "assemble/recommendation_pages.h"
#include "assemble/scope.h"
#include "assemble/settled_item.h"

namespace rapporteur {

/// What a summary is made from; `sheets`: anchors of the sheets that the pack has.
struct SummaryMatter {
    const Library& library;
    const Scope& scope;
    const std::vector<SettledItem>& items;
    const std::set<std::string>& sheets;
    const NumberedRecommendations& recommendations;
    const NumberedOutcomes& outcomes;
    const std::optional<PartialDate>& as_of;
};

/// The same summary in the length of a pack's first page, and in that of a pack of its own.
struct Summaries {
    SummaryPage page, two_pages;
};

/// What a delegate reads in the corridor: when, where, why, what is to be decided, the strongest recommendations,
/// results and deadlines (those after the edition where it comes out before the meeting), what changed since the last
/// meeting of the series, and the sentences that tell most of the papers.
Summaries make_summaries(const SummaryMatter& matter);

/// Leaves out the statement that the summary can best do without; false where none is left.
bool shorten(SummaryPage& page);

}  // namespace rapporteur
