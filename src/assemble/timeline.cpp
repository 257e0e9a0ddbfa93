#include "assemble/timeline.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_text = 200;  // code points of a row

/// The words as far as they fit; true in `clipped` where some are left out.
std::string clip(const std::string& text, bool& clipped) {
    clipped = count_code_points(text) > longest_text;
    if (!clipped) return text;
    const std::size_t limit = CodePointIndex(text).byte_of(longest_text);
    const std::size_t space = text.rfind(' ', limit);
    return text.substr(0, space == std::string::npos ? limit : space);
}

class Timeline {
public:
    Timeline(const Library& library, const Scope& scope) : library_(library), scope_(scope) {}

    std::vector<TimelineRow> make() {
        add_meetings();
        std::vector<const Event*> events = scope_.events;
        for (const Same<Event>& same : group_same(events))
            if (!is_doubtful(*same.best)) add(*same.best, same.best->date, same.best->end, same.best->text);
        for (const Same<Outcome>& same : scope_.of_meeting) add_outcome(*same.best);
        for (const Same<Outcome>& same : scope_.earlier) add_outcome(*same.best);
        for (const Same<Recommendation>& same : scope_.put_to)
            if (same.best->deadline) add(*same.best, *same.best->deadline, {}, same.best->text);
        std::stable_sort(rows_.begin(), rows_.end(), [](const TimelineRow& a, const TimelineRow& b) {
            return std::tuple(*a.dates.first, !a.own_meeting) < std::tuple(*b.dates.first, !b.own_meeting);
        });
        return std::move(rows_);
    }

private:
    void add(const RecordHead& record, const PartialDate& first, const std::optional<PartialDate>& last,
             const std::string& text) {
        if (scope_.meeting && scope_.meeting->start && agree(first, *scope_.meeting->start) &&
            holds_name_of(*scope_.meeting, text))
            return;  // the meeting has a row of its own
        const Reference reference = library_.refer(record);
        std::vector<std::string>& beside =
            told_[{first, reference.document_id, reference.paragraph, reference.page, reference.line}];
        for (const std::string& other : beside)
            if (says_the_same(other, text)) return;
        beside.push_back(text);
        TimelineRow row;
        row.dates = {first, last};
        row.text = clip(text, row.clipped);
        row.reference = reference;
        const DocumentRecord* document = library_.document_record(document_of(record));
        row.expected = document && document->date && first > *document->date && !agree(first, *document->date);
        rows_.push_back(std::move(row));
    }

    static bool says_the_same(const std::string& a, const std::string& b) {
        return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
    }

    void add_outcome(const Outcome& outcome) {
        if (outcome.date) add(outcome, *outcome.date, {}, outcome.text);
    }

    void add_meetings() {
        for (const MeetingCluster& meeting : library_.meetings()) {
            const bool own = &meeting == scope_.meeting;
            const bool of_series = scope_.meeting && are_of_one_series(meeting, *scope_.meeting);
            if (!meeting.start || !meeting.dated || !(own || of_series)) continue;
            TimelineRow row;
            row.dates = {meeting.start, meeting.end};
            row.text = heading_case(meeting.name);
            row.place = meeting.place;
            row.own_meeting = own;
            row.reference = library_.refer(*meeting.dated);
            rows_.push_back(std::move(row));
        }
    }

    const Library& library_;
    const Scope& scope_;
    std::vector<TimelineRow> rows_;
    std::map<std::tuple<PartialDate, std::string, std::string, int, int>, std::vector<std::string>> told_;  // by place
};

}  // namespace

std::vector<TimelineRow> make_timeline(const Library& library, const Scope& scope) {
    return Timeline(library, scope).make();
}

}  // namespace rapporteur
