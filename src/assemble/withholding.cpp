#include "assemble/withholding.h"

#include <map>
#include <utility>

#include "assemble/statement.h"

namespace rapporteur {
namespace {

/// Counts the statements of withheld documents, by meeting and by theme.
class WithheldCount {
public:
    WithheldCount(const Library& library, const std::set<std::string>& documents)
        : library_(library), documents_(documents) {}

    template <class Record>
    void count(const std::vector<Record>& records) {
        std::set<std::string_view> told;  // elsewhere, or counted already
        for (const Record& record : records)
            if (!is_withheld(record)) told.insert(key_of(record));
        for (const Record& record : records)
            if (is_withheld(record) && !is_doubtful(record) && told.insert(key_of(record)).second &&
                places_.emplace(document_of(record), record.sources.front().start).second)
                add(record);
    }

    std::vector<WithheldStatements> take() {
        std::vector<WithheldStatements> out;
        for (const auto& [place, count] : by_meeting_) {
            WithheldStatements& made = out.emplace_back();
            for (const Meeting* record : library_.meetings()[place.first].records) made.meetings.insert(record->id);
            made.level = place.second;
            made.count = count;
        }
        for (const auto& [place, count] : by_theme_) out.push_back({{}, place.first, place.second, count});
        return out;
    }

private:
    bool is_withheld(const RecordHead& record) const { return documents_.contains(std::string(document_of(record))); }

    template <class Record>
    void add(const Record& record) {
        const DocumentRecord* document = library_.document_record(document_of(record));
        const Classification level = classification_of(document->distribution);
        if (const MeetingCluster* meeting = library_.meeting_around(record))
            ++by_meeting_[{static_cast<std::size_t>(meeting - library_.meetings().data()), level}];
        for (const ThemeScore& theme : record.themes) ++by_theme_[{theme.id, level}];
    }

    const Library& library_;
    const std::set<std::string>& documents_;
    std::set<std::pair<std::string_view, std::size_t>> places_;  // one sentence may be records of several kinds
    std::map<std::pair<std::size_t, Classification>, std::size_t> by_meeting_;
    std::map<std::pair<std::string, Classification>, std::size_t> by_theme_;
};

bool is_of(const WithheldStatements& statements, const MeetingCluster* meeting, const std::string& theme) {
    if (!meeting) return statements.meetings.empty() && statements.theme == theme;
    for (const Meeting* record : meeting->records)
        if (statements.meetings.contains(record->id)) return true;
    return false;
}

}  // namespace

Withholding withhold(const Library& library, Classification most) {
    Withholding out;
    for (const DocumentRecord& document : library.records().documents)
        if (classification_of(document.distribution) > most) out.documents.insert(document.id);
    WithheldCount count(library, out.documents);
    count.count(library.records().recommendations);
    count.count(library.records().outcomes);
    count.count(library.records().interventions);
    out.statements = count.take();
    return out;
}

Records without_documents(Records records, const std::set<std::string>& documents) {
    std::erase_if(records.documents, [&](const DocumentRecord& document) { return documents.contains(document.id); });
    const auto sift = [&](auto& list) {
        std::erase_if(list,
                      [&](const RecordHead& record) { return documents.contains(std::string(document_of(record))); });
    };
    sift(records.meetings), sift(records.agenda_items), sift(records.participants), sift(records.recommendations);
    sift(records.outcomes), sift(records.interventions), sift(records.papers), sift(records.events);
    sift(records.terms), sift(records.gaps);
    for_each_record(records, [](std::string_view, RecordHead& record) { record.cluster.clear(); });
    return records;
}

std::vector<WithheldRow> withheld_rows(const std::vector<WithheldStatements>& statements, const MeetingCluster* meeting,
                                       const std::string& theme) {
    std::map<Classification, std::size_t> counts;
    for (const WithheldStatements& one : statements)
        if (is_of(one, meeting, theme)) counts[one.level] += one.count;
    std::vector<WithheldRow> rows;
    for (const auto& [level, count] : counts) rows.push_back({std::string(name_of(level)), count});
    return rows;
}

}  // namespace rapporteur
