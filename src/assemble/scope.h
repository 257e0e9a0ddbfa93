#pragma once

#include <set>
#include <string>
#include <vector>

#include "assemble/library.h"
#include "assemble/selection.h"
#include "assemble/statement.h"

namespace rapporteur {

/// The records that belong into one pack, grouped where merging holds them to be the same, in the order of the
/// documents.
struct Scope {
    const MeetingCluster* meeting = nullptr;       // null in a theme pack
    std::string theme;                             // id, empty in a meeting pack
    std::set<std::string, std::less<>> documents;  // ids: of the meeting, or with material on the theme
    std::vector<Same<AgendaItem>> items;
    std::vector<Same<Recommendation>> put_to;     // put to the meeting, or on the theme
    std::vector<Same<Recommendation>> in_papers;  // the other recommendations of the meeting's documents
    std::vector<Same<Outcome>> of_meeting;        // of this meeting
    std::vector<Same<Outcome>> earlier;   // of earlier meetings of the series, and those that its papers tell of
    std::vector<Same<Outcome>> proposed;  // worded before the meeting that they are of: drafts in papers put to it
    std::vector<Same<Intervention>> interventions;
    std::vector<const Paper*> papers;
    std::vector<const Event*> events;
    std::vector<const Gap*> gaps;
    std::vector<const Participant*> participants;
    std::vector<const Recommendation*> doubtful_recommendations;
    std::vector<const Outcome*> doubtful_outcomes;
    std::vector<const Intervention*> doubtful_interventions;

    bool is_of_meeting(const Library& library, std::string_view meeting_id) const {
        return meeting && library.meeting_of_record(meeting_id) == meeting;
    }
};

/// True where a record stands in a document that was written before the meeting.
bool is_from_before(const Library& library, const MeetingCluster& meeting, const RecordHead& record);

/// What belongs to a meeting: the records of the documents that are of, for or about it, the statements that are put to
/// it or made at it in any document, and the outcomes of its series.
Scope meeting_scope(const Library& library, const MeetingCluster& meeting);

/// What belongs to a theme: its statements, and the records beside them.
Scope theme_scope(const Library& library, std::string_view theme);

}  // namespace rapporteur
