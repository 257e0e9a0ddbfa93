#pragma once

#include "assemble/briefing.h"
#include "assemble/delegation.h"
#include "assemble/recommendation_pages.h"
#include "assemble/scope.h"
#include "assemble/settled_item.h"

namespace rapporteur {

/// What the pack's records have that concerns a delegation: recommendations addressed to it or to groups it belongs to,
/// those it proposed, what it said, and its people on the agenda and the attendance list.
ConcernPage find_concerns(const Library& library, const Scope& scope, const std::vector<SettledItem>& items,
                          const std::set<std::string>& sheets, const NumberedRecommendations& recommendations,
                          const Delegation& delegation);

}  // namespace rapporteur
