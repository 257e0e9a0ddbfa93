#include "assemble/summary_page.h"

#include <algorithm>

#include "assemble/agenda_pages.h"
#include "assemble/purpose.h"
#include "assemble/quotation.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_recommendations = 4, most_results = 2, most_deadlines = 4;

/// The times of the sessions that the agenda prints, each once.
void add_times(SummaryPage& page, const std::vector<SettledItem>& items) {
    std::vector<std::pair<std::string, std::string>> times;
    for (const SettledItem& item : items) {
        const std::pair time(item.start, item.end);
        if (item.side_event || item.part.empty() || item.start.empty()) continue;
        if (std::find(times.begin(), times.end(), time) == times.end()) times.push_back(time);
    }
    std::sort(times.begin(), times.end());
    page.times = std::move(times);
}

void add_meeting(SummaryPage& page, const Library& library, const Scope& scope, const std::vector<SettledItem>& items) {
    const MeetingCluster& meeting = *scope.meeting;
    page.dates = {meeting.start, meeting.end};
    if (meeting.dated) page.dates_source = library.refer(*meeting.dated);
    page.place = meeting.place;
    if (meeting.placed) page.place_source = library.refer(*meeting.placed);
    add_times(page, items);
    Purpose purpose = find_purpose(library, scope);
    page.why = std::move(purpose.meeting);
    page.papers = std::move(purpose.papers);
    page.has_agenda = !items.empty();
    if (!items.empty()) page.agenda_source = library.refer(*items.front().main);
    for (const SettledItem& item : items)
        if (item.purpose == "decision") page.decisions.push_back(agenda_entry(item, {}));
}

/// The day from which a date is still to come: the meeting's first, else that of the newest document.
PartialDate turning_day(const Library& library, const Scope& scope) {
    if (scope.meeting && scope.meeting->start) return *scope.meeting->start;
    PartialDate newest;
    for (const std::string& id : scope.documents) {
        const DocumentRecord* document = library.document_record(id);
        if (document && document->date) newest = std::max(newest, *document->date);
    }
    return newest;
}

void add_deadline(std::vector<DeadlineRow>& rows, DeadlineRow row) {
    const bool known = std::any_of(rows.begin(), rows.end(), [&](const DeadlineRow& other) {
        return other.date == row.date && other.quotation.text == row.quotation.text;
    });
    if (!known) rows.push_back(std::move(row));
}

void add_deadlines(SummaryPage& page, const Library& library, const Scope& scope,
                   const NumberedRecommendations& recommendations) {
    const PartialDate from = turning_day(library, scope);
    std::vector<DeadlineRow> rows;
    for (const RecommendationRow& row : recommendations.rows)
        if (row.deadline && *row.deadline > from) add_deadline(rows, {*row.deadline, row.quotation});
    for (const Event* event : scope.events)
        if (!is_doubtful(*event) && event->date > from && !agree(event->date, from) && !event->sources.empty())
            add_deadline(rows, {event->date, quote(library, event->sources.front(), event->text)});
    std::stable_sort(rows.begin(), rows.end(), [](auto& a, auto& b) { return a.date < b.date; });
    if (rows.size() > most_deadlines) rows.resize(most_deadlines);
    page.deadlines = std::move(rows);
}

}  // namespace

SummaryPage make_summary(const Library& library, const Scope& scope, const std::vector<SettledItem>& items,
                         const NumberedRecommendations& recommendations, const NumberedOutcomes& outcomes) {
    SummaryPage page;
    if (scope.meeting) add_meeting(page, library, scope, items);
    page.strongest = strongest(recommendations, most_recommendations);
    const auto& results = scope.meeting ? outcomes.pages.of_meeting : outcomes.rows;
    page.results.assign(results.begin(),
                        results.begin() + static_cast<std::ptrdiff_t>(std::min(results.size(), most_results)));
    add_deadlines(page, library, scope, recommendations);
    return page;
}

}  // namespace rapporteur
