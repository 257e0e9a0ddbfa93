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

Value decisions(const SummaryPage& summary, const Labels& labels) {
    return list_of(summary.decisions, [&](const AgendaLine& item) {
        return ObjectValue("decision")
            .set("number", item.number.empty() ? item.number : labels.text("summary.item", {{"number", item.number}}))
            .set("title", item.title)
            .set("target", item.sheet.empty() ? item.sheet : "#" + item.sheet)
            .take();
    });
}

Value deadlines(const SummaryPage& summary, const StatementValues& values, const std::string& letter) {
    const auto row = [&](const DeadlineRow& each) {
        return ObjectValue("dated")
            .set("date", values.wording().date(each.date))
            .set("quotation", values.quotation(each.quotation))
            .take();
    };
    return ObjectValue("dated_rows").set("letter", letter).set("rows", list_of(summary.deadlines, row)).take();
}

}  // namespace

Value summary_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral) {
    const SummaryPage& summary = briefing.summary;
    ObjectValue value("summary");
    value.set("numeral", numeral);
    if (!briefing.by_theme) {
        value.set("when", when_words(summary, values.wording()));
        value.set("when_cites", values.cites(summary.dates_source));
        value.set("where", summary.place).set("where_cites", values.cites(summary.place_source));
        value.set("why", values.quotations(summary.why)).set("papers", values.quotations(summary.papers));
        value.set("decisions", decisions(summary, values.wording().labels()));
        value.set("no_decision", summary.has_agenda && summary.decisions.empty());
        value.set("agenda_cites", values.cites(summary.agenda_source));
    }
    value.set("no_recommendation",
              briefing.recommendations.put_to.empty() && briefing.recommendations.in_papers.empty());
    const std::size_t parts = std::size_t(!summary.strongest.empty()) + std::size_t(!summary.results.empty()) +
                              std::size_t(!summary.deadlines.empty());
    PartNumbers letters(PartNumbers::Kind::letters, parts);
    if (!summary.strongest.empty())
        value.set("strongest", values.recommendation_rows(summary.strongest, letters.next()));
    if (!summary.results.empty()) value.set("results", values.outcome_rows(summary.results, letters.next()));
    if (!summary.deadlines.empty()) value.set("deadlines", deadlines(summary, values, letters.next()));
    return value.take();
}

}  // namespace rapporteur
