#pragma once

#include <string>
#include <vector>

#include "extract/meeting_link.h"
#include "extract/meeting_mention.h"
#include "model/record.h"

namespace rapporteur {

/// What a calendar of meetings is read with.
struct Calendar {
    const Document& document;
    const DocumentRecord& face;
    const MeetingLinks& links;
    const RuleTable* ordinals;
};

/// "2011 Monthly Tide Meeting Schedule": every date that stands alone is a meeting of its own. None where the title
/// names no schedule.
std::vector<MeetingMention> scheduled_meetings(const Calendar& calendar, const std::string& place);

/// The rows of a table of dates and places: each a meeting of the document's body. None where the body is not known or
/// a column holds items.
std::vector<MeetingMention> tabled_meetings(const Calendar& calendar);

/// The rows of the tables of a document that lists the dates of sessions or meetings: a name or number, and the first
/// date after it; and its lines with a session and its date. None where the title does not say that it does.
std::vector<MeetingMention> listed_meetings(const Calendar& calendar);

}  // namespace rapporteur
