#pragma once

#include "assemble/briefing.h"
#include "assemble/scope.h"
#include "assemble/settled_item.h"

namespace rapporteur {

/// Everybody that the agenda, attendance lists and what was written at or after the meeting name, once, by family name.
std::vector<ParticipantRow> list_participants(const Library& library, const Scope& scope,
                                              const std::vector<SettledItem>& items);

}  // namespace rapporteur
