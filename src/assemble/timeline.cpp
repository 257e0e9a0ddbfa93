#include "assemble/timeline.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "assemble/tense_words.h"
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

/// True where no reading of the two dates has `date` on or after `other`.
bool is_before(const PartialDate& date, const PartialDate& other) { return date < other && !agree(date, other); }

/// Tells what was past and what was to come when the documents were written.
class StandingJudge {
public:
    explicit StandingJudge(const Library& library) : library_(library) {
        for (const MeetingCluster& meeting : library.meetings()) {
            if (!meeting.start) continue;
            for (const std::string& document : meeting.documents) {
                PartialDate& latest = latest_meeting_[document];
                latest = std::max(latest, *meeting.start);
            }
        }
    }

    /// By the document's date; where it has none, or no more than the date's year or month, by the latest meeting that
    /// it is about; where these do not tell, by the sentence's tense.
    Standing judge(std::string_view document, const DateSpan& dates, Tense tense) const {
        const DocumentRecord* record = library_.document_record(document);
        const std::optional<PartialDate> written = record ? record->date : std::nullopt;
        const PartialDate first = *dates.first, last = dates.last.value_or(first);
        if (written && is_before(*written, first)) return Standing::expected;
        const bool is_over = written && is_before(last, *written);
        if (is_over) return tense == Tense::future ? Standing::unconfirmed : Standing::past;
        if (tense == Tense::future) return Standing::expected;
        if (tense == Tense::past) return Standing::past;
        const auto meeting = latest_meeting_.find(document);
        if (meeting == latest_meeting_.end() || (written && !agree(meeting->second, *written)))
            return Standing::unconfirmed;
        if (is_before(last, meeting->second)) return Standing::past;
        return !written && is_before(meeting->second, first) ? Standing::expected : Standing::unconfirmed;
    }

    Tense tense_of_event(const Event& event) const {
        const DocumentRecord* record = library_.document_record(document_of(event));
        return record ? tense_of(event.text, record->language) : Tense::not_told;
    }

private:
    const Library& library_;
    std::map<std::string, PartialDate, std::less<>> latest_meeting_;  // by document
};

class Timeline {
public:
    Timeline(const Library& library, const Scope& scope, bool held)
        : library_(library), scope_(scope), held_(held), judge_(library) {}

    std::vector<TimelineRow> make() {
        add_meetings();
        std::vector<const Event*> events = scope_.events;
        for (const Same<Event>& same : group_same(events))
            if (!is_doubtful(*same.best)) add_event(*same.best);
        for (const Same<Outcome>& same : scope_.of_meeting) add_outcome(*same.best, Tense::past);
        for (const Same<Outcome>& same : scope_.earlier) add_outcome(*same.best, Tense::not_told);
        for (const Same<Recommendation>& same : scope_.put_to)
            if (same.best->deadline) add(*same.best, {same.best->deadline, {}}, same.best->text, Tense::future);
        for (TimelineRow& row : rows_)
            if (row.own_meeting && held_) row.standing = Standing::past;
        std::stable_sort(rows_.begin(), rows_.end(), [](const TimelineRow& a, const TimelineRow& b) {
            return std::tuple(*a.dates.first, !a.own_meeting) < std::tuple(*b.dates.first, !b.own_meeting);
        });
        return std::move(rows_);
    }

private:
    void add_event(const Event& event) {
        const Tense tense = judge_.tense_of_event(event);
        held_ = held_ || (tense == Tense::past && tells_of_own_meeting(event.date, event.text));
        add(event, {event.date, event.end}, event.text, tense);
    }

    /// The pack's meeting has a row of its own.
    bool tells_of_own_meeting(const PartialDate& date, const std::string& text) const {
        return scope_.meeting && scope_.meeting->start && agree(date, *scope_.meeting->start) &&
               holds_name_of(*scope_.meeting, text);
    }

    void add(const RecordHead& record, const DateSpan& dates, const std::string& text, Tense tense) {
        if (tells_of_own_meeting(*dates.first, text)) return;
        const Reference reference = library_.refer(record);
        std::vector<std::string>& beside =
            told_[{*dates.first, reference.document_id, reference.paragraph, reference.page, reference.line}];
        for (const std::string& other : beside)
            if (says_the_same(other, text)) return;
        beside.push_back(text);
        TimelineRow row;
        row.dates = dates;
        row.text = clip(text, row.clipped);
        row.reference = reference;
        row.standing = judge_.judge(document_of(record), dates, tense);
        rows_.push_back(std::move(row));
    }

    static bool says_the_same(const std::string& a, const std::string& b) {
        return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
    }

    void add_outcome(const Outcome& outcome, Tense tense) {
        if (outcome.date) add(outcome, {outcome.date, {}}, outcome.text, tense);
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
            row.standing = standing_of(meeting, row.dates);
            row.own_meeting = own;
            row.reference = library_.refer(*meeting.dated);
            rows_.push_back(std::move(row));
        }
    }

    Standing standing_of(const MeetingCluster& meeting, const DateSpan& dates) const {
        for (const Meeting* record : meeting.records)
            if (judge_.judge(document_of(*record), dates, Tense::not_told) == Standing::past) return Standing::past;
        return judge_.judge(document_of(*meeting.dated), dates, Tense::not_told);
    }

    const Library& library_;
    const Scope& scope_;
    bool held_;
    StandingJudge judge_;
    std::vector<TimelineRow> rows_;
    std::map<std::tuple<PartialDate, std::string, std::string, int, int>, std::vector<std::string>> told_;  // by place
};

}  // namespace

std::vector<TimelineRow> make_timeline(const Library& library, const Scope& scope, bool held) {
    return Timeline(library, scope, held).make();
}

}  // namespace rapporteur
