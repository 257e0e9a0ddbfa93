#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/meeting_mention.h"
#include "extract/meeting_series.h"

namespace rapporteur {

/// One meeting with all the places of the document that name it.
struct MeetingEntity {
    std::vector<const MeetingMention*> mentions;  // in the order given
    SeriesName series;
    int number = 0;
    int year = 0;
    std::optional<PartialDate> start, end;
    bool principal = false;
};

/// Sorts mentions into meetings: by series, then by number, year and date; what is left of both ("the second", "the
/// 2013 one") is one where only one is left of each. A mention without any of these joins the one meeting of its
/// series, or the one that the document is about. The mentions must outlive the result.
std::vector<MeetingEntity> cast_meetings(const std::vector<MeetingMention>& mentions, const MeetingSeries& series);

}  // namespace rapporteur
