#include "assemble/summary_page.h"

#include <algorithm>

#include "assemble/agenda_pages.h"
#include "assemble/main_points.h"
#include "assemble/purpose.h"
#include "assemble/purpose_words.h"
#include "assemble/quotation.h"
#include "assemble/series_changes.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t line_letters = 70;

/// How much each part may take.
struct Measure {
    std::size_t recommendations, results, deadlines, points;
    std::size_t lines;  // of the text column below the heading
};

constexpr Measure of_page{4, 2, 4, 3, 50}, of_two_pages{8, 5, 8, 12, 92};

/// What is left of the pages that the summary may take; an estimate by letters, on the safe side.
class PageRoom {
public:
    explicit PageRoom(std::size_t lines) : lines_(lines) {}

    /// Takes the lines of one quotation with its citation; false, and nothing taken, where they do not fit.
    bool take(const Quotation& quotation, std::size_t more_lines = 0) {
        constexpr std::size_t citation_letters = 24;
        const std::size_t letters =
            count_code_points(quotation.text) + count_code_points(quotation.lead_in) + citation_letters;
        const std::size_t lines = letters / line_letters + 1 + more_lines;
        if (used_ + lines > lines_) return false;
        used_ += lines;
        return true;
    }
    void take_lines(std::size_t lines) { used_ += lines; }

private:
    std::size_t lines_, used_ = 0;
};

/// Keeps the first rows that fit under a heading of two lines.
template <class Row>
void keep_what_fits(std::vector<Row>& rows, PageRoom& room) {
    std::size_t kept = 0;
    while (kept < rows.size() && room.take(rows[kept].quotation, kept == 0 ? 3 : 1)) ++kept;
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(kept), rows.end());
}

void keep_what_fits(std::vector<Quotation>& quotations, PageRoom& room) {
    std::size_t kept = 0;
    while (kept < quotations.size() && room.take(quotations[kept])) ++kept;
    quotations.resize(kept);
}

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

/// Marked so, or of a title that says it.
bool is_for_decision(const SettledItem& item) {
    return item.purpose == "decision" ||
           (item.purpose.empty() && !item.side_event && titles_decision(fold(item.title)));
}

void add_meeting(SummaryPage& page, const SummaryMatter& matter) {
    const Library& library = matter.library;
    const std::vector<SettledItem>& items = matter.items;
    const MeetingCluster& meeting = *matter.scope.meeting;
    page.dates = {meeting.start, meeting.end};
    if (meeting.dated) page.dates_source = library.refer(*meeting.dated);
    page.place = meeting.place;
    if (meeting.placed) page.place_source = library.refer(*meeting.placed);
    add_times(page, items);
    Purpose purpose = find_purpose(library, matter.scope);
    page.why = std::move(purpose.meeting);
    page.papers = std::move(purpose.papers);
    page.has_agenda = !items.empty();
    if (!items.empty()) page.agenda_source = library.refer(*items.front().main);
    for (const SettledItem& item : items)
        if (is_for_decision(item)) page.decisions.push_back(agenda_line(item, {}, matter.sheets));
    page.since = since_last_meeting(library, matter.scope, items, matter.sheets, matter.outcomes);
}

/// The day from which a date is still to come: that of an edition before the meeting, else the meeting's first, else
/// that of the newest document; where nothing is dated, the edition's. Nothing where that is not known either.
std::optional<PartialDate> turning_day(const Library& library, const Scope& scope,
                                       const std::optional<PartialDate>& as_of) {
    if (scope.meeting && scope.meeting->start)
        return as_of && *as_of < *scope.meeting->start ? *as_of : *scope.meeting->start;
    PartialDate newest;
    for (const std::string& id : scope.documents) {
        const DocumentRecord* document = library.document_record(id);
        if (document && document->date) newest = std::max(newest, *document->date);
    }
    return newest.year == 0 ? as_of : std::optional(newest);
}

/// True where one holds the words of the other: a statement and the sentence that it stands in.
bool says_the_same(std::string_view a, std::string_view b) {
    return a.find(b) != std::string_view::npos || b.find(a) != std::string_view::npos;
}

void add_deadline(std::vector<DeadlineRow>& rows, DeadlineRow row) {
    const bool known = std::any_of(rows.begin(), rows.end(), [&](const DeadlineRow& other) {
        return other.date == row.date && says_the_same(other.quotation.text, row.quotation.text);
    });
    if (!known) rows.push_back(std::move(row));
}

void add_deadlines(SummaryPage& page, const SummaryMatter& matter, std::size_t most) {
    const Library& library = matter.library;
    const Scope& scope = matter.scope;
    const std::optional<PartialDate> turning = turning_day(library, scope, matter.as_of);
    if (!turning) return;
    const PartialDate from = *turning;
    const auto is_own_date = [&](const PartialDate& date) {
        return scope.meeting && scope.meeting->start && agree(date, *scope.meeting->start);
    };
    std::vector<DeadlineRow> rows;
    for (const RecommendationRow& row : matter.recommendations.rows)
        if (row.deadline && *row.deadline > from) add_deadline(rows, {*row.deadline, row.quotation, false});
    for (const Event* event : scope.events)
        if (!is_doubtful(*event) && event->date > from && !agree(event->date, from) && !is_own_date(event->date) &&
            !event->sources.empty())
            add_deadline(rows, {event->date, quote(library, event->sources.front(), event->text), false});
    std::stable_sort(rows.begin(), rows.end(), [](auto& a, auto& b) { return a.date < b.date; });
    if (rows.size() > most) rows.resize(most);
    for (DeadlineRow& row : rows)
        row.passed = matter.as_of && row.date < *matter.as_of && !agree(row.date, *matter.as_of);
    page.deadlines = std::move(rows);
}

/// What was decided before what was reported.
std::vector<OutcomeRow> weightiest(std::vector<OutcomeRow> rows, std::size_t most) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const OutcomeRow& a, const OutcomeRow& b) { return a.type < b.type; });
    if (rows.size() > most) rows.resize(most);
    return rows;
}

/// Sentences of the papers that no other part of the summary has.
void add_points(SummaryPage& page, const MainPoints& ranked, std::size_t most) {
    std::vector<std::string_view> shown;
    for (const auto* list : {&page.why, &page.papers})
        for (const Quotation& quotation : *list) shown.push_back(quotation.text);
    for (const RecommendationRow& row : page.strongest) shown.push_back(row.quotation.text);
    for (const OutcomeRow& row : page.results) shown.push_back(row.quotation.text);
    for (const DeadlineRow& row : page.deadlines) shown.push_back(row.quotation.text);
    page.points = ranked.choose(most, shown);
}

void fit(SummaryPage& page, const Measure& measure) {
    PageRoom room(measure.lines);
    room.take_lines(3 + std::max<std::size_t>(1, page.decisions.size()));
    keep_what_fits(page.why, room);
    keep_what_fits(page.strongest, room);
    keep_what_fits(page.deadlines, room);
    keep_what_fits(page.results, room);
    keep_what_fits(page.papers, room);
    if (page.since) {
        keep_what_fits(page.since->outcomes, room);
        room.take_lines(page.since->new_items.size() + page.since->dropped_items.size());
    }
    room.take_lines(3);
    keep_what_fits(page.points, room);
}

/// The facts of the meeting with as much of the statements as the measure has room for.
SummaryPage filled(SummaryPage page, const SummaryMatter& matter, const MainPoints& ranked, const Measure& measure) {
    page.strongest = strongest(matter.recommendations, measure.recommendations);
    const OutcomePages& outcomes = matter.outcomes.pages;
    page.results = weightiest(matter.scope.meeting ? outcomes.of_meeting : matter.outcomes.rows, measure.results);
    add_deadlines(page, matter, measure.deadlines);
    if (matter.scope.meeting) add_points(page, ranked, measure.points);
    fit(page, measure);
    return page;
}

}  // namespace

Summaries make_summaries(const SummaryMatter& matter) {
    SummaryPage facts;
    if (matter.scope.meeting) add_meeting(facts, matter);
    const MainPoints ranked(matter.library, matter.scope);
    return {filled(facts, matter, ranked, of_page), filled(facts, matter, ranked, of_two_pages)};
}

bool shorten(SummaryPage& page) {
    const auto drop = [](auto& rows, std::size_t least) {
        if (rows.size() <= least) return false;
        rows.pop_back();
        return true;
    };
    for (const bool all : {false, true}) {
        const Measure least = all ? Measure{1, 0, 0, 0, 0} : of_page;
        if (drop(page.points, least.points) || drop(page.papers, all ? 0 : 1) || drop(page.results, least.results) ||
            drop(page.deadlines, least.deadlines) || drop(page.strongest, least.recommendations))
            return true;
    }
    return false;
}

}  // namespace rapporteur
