#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "assemble/meeting_cluster.h"
#include "model/record.h"

namespace rapporteur {

/// The document of a record's first source, empty where it has none.
inline std::string_view document_of(const RecordHead& record) {
    return record.sources.empty() ? std::string_view{} : std::string_view(record.sources.front().document);
}

/// Records of one kind by the document they stand in and by the meeting they name.
template <class Record>
class RecordIndex {
public:
    using List = std::vector<const Record*>;

    void add(const Record& record, const MeetingCluster* meeting) {
        by_document_[document_of(record)].push_back(&record);
        if (meeting) by_meeting_[meeting].push_back(&record);
    }
    const List& of_document(std::string_view id) const { return found(by_document_, id); }
    const List& of_meeting(const MeetingCluster* meeting) const { return found(by_meeting_, meeting); }

    /// Those that name the meeting and those that stand in one of the documents, each once, in the records' order.
    template <class Ids>
    List around(const MeetingCluster* meeting, const Ids& documents) const {
        List list = of_meeting(meeting);
        for (const auto& id : documents) {
            const List& more = of_document(id);
            list.insert(list.end(), more.begin(), more.end());
        }
        std::sort(list.begin(), list.end());  // all point into one vector
        list.erase(std::unique(list.begin(), list.end()), list.end());
        return list;
    }

private:
    template <class Map, class Key>
    static const List& found(const Map& map, const Key& key) {
        static const List none;
        const auto entry = map.find(key);
        return entry == map.end() ? none : entry->second;
    }

    std::map<std::string_view, List> by_document_;
    std::map<const MeetingCluster*, List> by_meeting_;
};

/// Every kind that packs look up.
struct RecordIndexes {
    RecordIndex<Meeting> meetings;
    RecordIndex<AgendaItem> items;
    RecordIndex<Recommendation> recommendations;
    RecordIndex<Outcome> outcomes;
    RecordIndex<Intervention> interventions;
    RecordIndex<Participant> participants;
    RecordIndex<Paper> papers;
    RecordIndex<Event> events;
    RecordIndex<Term> terms;
    RecordIndex<Gap> gaps;
    std::map<std::string, std::vector<const Recommendation*>> by_addressee;  // comparable_name of the addressee
};

}  // namespace rapporteur
