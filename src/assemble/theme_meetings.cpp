#include "assemble/theme_meetings.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "assemble/item_attribution.h"
#include "assemble/settled_item.h"

namespace rapporteur {
namespace {

/// What was said on a theme at one meeting.
struct Said {
    std::vector<const Recommendation*> recommendations;
    std::vector<const Outcome*> outcomes;
    std::vector<const Intervention*> interventions;
};

/// Meetings in the order of the library.
using Found = std::map<const MeetingCluster*, Said>;

Found find_meetings(const Library& library, const Scope& scope) {
    Found found;
    for (const auto& same : scope.put_to)
        if (const auto* meeting = library.meeting_around(*same.best))
            found[meeting].recommendations.push_back(same.best);
    for (const auto& same : scope.interventions)
        if (const auto* meeting = library.meeting_around(*same.best)) found[meeting].interventions.push_back(same.best);
    for (const auto& same : scope.earlier) {
        const auto* named = library.meeting_of(*same.best);
        if (const auto* meeting = named ? named : library.meeting_around(*same.best))
            found[meeting].outcomes.push_back(same.best);
    }
    return found;
}

/// The items under which it was said, in the agenda's order.
std::vector<std::string> items_of(const Library& library, const MeetingCluster& meeting, const Said& said) {
    const Scope scope = meeting_scope(library, meeting);
    const std::vector<SettledItem> items = settle_items(scope, library);
    const ItemAttribution attribution(scope, items);
    std::set<std::size_t> places;
    const auto note = [&](const auto& records) {
        for (const auto* record : records)
            if (const auto item = attribution.item_of(*record)) places.insert(*item);
    };
    note(said.recommendations);
    note(said.outcomes);
    note(said.interventions);
    std::vector<std::string> titles;
    for (const std::size_t place : places) titles.push_back(item_words(items[place]));
    return titles;
}

}  // namespace

std::vector<MeetingRow> list_theme_meetings(const Library& library, const Scope& scope) {
    std::vector<MeetingRow> rows;
    for (const auto& [meeting, said] : find_meetings(library, scope)) {
        const RecordHead& head = meeting->dated ? *meeting->dated : *meeting->records.front();
        rows.push_back({heading_case(meeting->name),
                        meeting->place,
                        {meeting->start, meeting->end},
                        items_of(library, *meeting, said),
                        library.refer(head)});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const MeetingRow& a, const MeetingRow& b) {
        return std::tuple(!a.dates.first, a.dates.first.value_or(PartialDate{})) <
               std::tuple(!b.dates.first, b.dates.first.value_or(PartialDate{}));
    });
    return rows;
}

}  // namespace rapporteur
