#pragma once

#include <vector>

#include "assemble/briefing.h"
#include "assemble/meeting_cluster.h"
#include "model/pack_notes.h"

namespace rapporteur {

/// True where the notes were written into a pack of this meeting.
bool are_notes_of(const PackNotes& notes, const MeetingCluster& meeting);

/// Puts what people wrote into earlier packs of the meeting on the sheets of the same items: those of the same key,
/// else the only one of the same title (and number, where several items share the title). What belongs to no item, or
/// cannot be told to belong to one, comes back by itself. The same words are kept once.
std::vector<LooseNotes> place_notes(const std::vector<PackNotes>& packs, const MeetingCluster& meeting,
                                    std::vector<ItemSheet>& sheets);

}  // namespace rapporteur
