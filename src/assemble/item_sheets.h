#pragma once

#include "assemble/briefing.h"
#include "assemble/instructions.h"
#include "assemble/item_attribution.h"
#include "assemble/outcome_pages.h"
#include "assemble/recommendation_pages.h"
#include "assemble/scope.h"
#include "assemble/settled_item.h"

namespace rapporteur {

/// One sheet for every item of the agenda; side events have none, an item under an item has one where there is
/// something to say of it.
std::vector<ItemSheet> make_sheets(const Library& library, const Scope& scope, const std::vector<SettledItem>& items,
                                   const ItemAttribution& attribution, const NumberedRecommendations& recommendations,
                                   const NumberedOutcomes& outcomes, const Instructions& instructions);

/// What each speaker said, in the order of the text; speakers are grouped where `speakers` follow each other.
std::vector<SpeakerRow> speakers_of(const Library& library, const std::vector<const Same<Intervention>*>& statements);

}  // namespace rapporteur
