#include "template/object_value.h"
#include "template/page_values.h"

namespace rapporteur {
namespace {

std::string when_words(const SummaryPage& summary, const Wording& wording) {
    std::string words = wording.dates(summary.dates);
    if (words.empty()) return wording.labels().text("summary.no_date");
    std::vector<std::string> times;
    for (const auto& [start, end] : summary.times) times.push_back(wording.times(start, end));
    if (!times.empty()) words += wording.labels().text("list.separator") + wording.list(times);
    return words;
}

Value item_lines(const std::vector<AgendaLine>& items, const Labels& labels) {
    return list_of(items, [&](const AgendaLine& item) {
        return ObjectValue("decision")
            .set("number", item.number.empty() ? item.number : labels.text("summary.item", {{"number", item.number}}))
            .set("title", item.title)
            .set("target", item.sheet.empty() ? item.sheet : "#" + item.sheet)
            .take();
    });
}

Value since(const SinceLastMeeting& since, const StatementValues& values, const std::string& letter) {
    const Wording& wording = values.wording();
    std::string meeting = since.meeting;
    const std::string dates = wording.dates(since.dates);
    if (!dates.empty()) meeting += wording.labels().text("list.separator") + dates;
    return ObjectValue("since")
        .set("letter", letter)
        .set("meeting", meeting)
        .set("outcomes", list_of(since.outcomes, [&](const OutcomeRow& row) { return values.outcome(row); }))
        .set("new_items", item_lines(since.new_items, wording.labels()))
        .set("dropped_items", values.quotations(since.dropped_items))
        .take();
}

Value deadlines(const SummaryPage& summary, const StatementValues& values, const std::string& letter) {
    const auto row = [&](const DeadlineRow& each) {
        return ObjectValue("dated")
            .set("date", values.wording().date(each.date))
            .set("quotation", values.quotation(each.quotation))
            .set("passed", each.passed)
            .take();
    };
    return ObjectValue("dated_rows").set("letter", letter).set("rows", list_of(summary.deadlines, row)).take();
}

void set_meeting(ObjectValue& value, const SummaryPage& summary, const StatementValues& values) {
    const Wording& wording = values.wording();
    value.set("when", when_words(summary, wording));
    value.set("when_cites", values.cites(summary.dates_source));
    value.set("where", summary.place).set("where_cites", values.cites(summary.place_source));
    value.set("why", values.quotations(summary.why)).set("papers", values.quotations(summary.papers));
    value.set("decisions", item_lines(summary.decisions, wording.labels()));
    value.set("no_decision", summary.has_agenda && summary.decisions.empty());
    value.set("agenda_cites", values.cites(summary.agenda_source));
}

Value make(const Briefing& briefing, const SummaryPage& summary, const StatementValues& values,
           const std::string& numeral) {
    ObjectValue value("summary");
    value.set("numeral", numeral);
    if (!briefing.by_theme) set_meeting(value, summary, values);
    value.set("no_recommendation",
              briefing.recommendations.put_to.empty() && briefing.recommendations.in_papers.empty());
    if (briefing.method.gap_count > 0)
        value.set("gaps", values.wording().labels().counted("summary.gaps", briefing.method.gap_count));
    const std::size_t parts = std::size_t(!summary.strongest.empty()) + std::size_t(!summary.results.empty()) +
                              std::size_t(!summary.deadlines.empty()) + std::size_t(summary.since.has_value()) +
                              std::size_t(!summary.points.empty());
    PartNumbers letters(PartNumbers::Kind::letters, parts);
    if (!summary.strongest.empty())
        value.set("strongest", values.recommendation_rows(summary.strongest, letters.next()));
    if (!summary.results.empty()) value.set("results", values.outcome_rows(summary.results, letters.next()));
    if (!summary.deadlines.empty()) value.set("deadlines", deadlines(summary, values, letters.next()));
    if (summary.since) value.set("since", since(*summary.since, values, letters.next()));
    if (!summary.points.empty())
        value.set(
            "points",
            ObjectValue("points").set("letter", letters.next()).set("rows", values.quotations(summary.points)).take());
    return value.take();
}

}  // namespace

Value summary_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral) {
    return make(briefing, briefing.summary, values, numeral);
}

Value long_summary_value(const Briefing& briefing, const StatementValues& values) {
    return make(briefing, briefing.long_summary, values, {});
}

}  // namespace rapporteur
