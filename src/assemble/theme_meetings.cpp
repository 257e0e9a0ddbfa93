#include "assemble/theme_meetings.h"

#include <algorithm>
#include <tuple>

namespace rapporteur {
namespace {

/// Meetings in the order of the library, with the titles of their items.
using Found = std::map<const MeetingCluster*, std::vector<std::string>>;

const MeetingCluster* meeting_of(const Library& library, const Outcome& record) { return library.meeting_of(record); }

template <class Record>
const MeetingCluster* meeting_of(const Library& library, const Record& record) {
    return library.meeting_of_record(record.meeting);
}

template <class Record>
void add_meetings(Found& found, const Library& library, const std::vector<Same<Record>>& statements) {
    for (const Same<Record>& same : statements)
        if (const MeetingCluster* meeting = meeting_of(library, *same.best)) found[meeting];
}

std::string item_words(const SettledItem& item) {
    return item.number.empty() ? item.title : item.number + " " + item.title;
}

}  // namespace

std::vector<MeetingRow> list_theme_meetings(const Library& library, const Scope& scope,
                                            const std::vector<SettledItem>& items) {
    Found found;
    add_meetings(found, library, scope.put_to);
    add_meetings(found, library, scope.earlier);
    add_meetings(found, library, scope.interventions);
    for (const SettledItem& item : items)
        if (const MeetingCluster* meeting = library.meeting_of_record(item.main->meeting))
            found[meeting].push_back(item_words(item));
    std::vector<MeetingRow> rows;
    for (auto& [meeting, titles] : found) {
        const RecordHead& head = meeting->dated ? *meeting->dated : *meeting->records.front();
        rows.push_back({heading_case(meeting->name),
                        meeting->place,
                        {meeting->start, meeting->end},
                        std::move(titles),
                        library.refer(head)});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const MeetingRow& a, const MeetingRow& b) {
        return std::tuple(!a.dates.first, a.dates.first.value_or(PartialDate{})) <
               std::tuple(!b.dates.first, b.dates.first.value_or(PartialDate{}));
    });
    return rows;
}

}  // namespace rapporteur
