#include <algorithm>

#include "template/figure_values.h"
#include "template/object_value.h"
#include "template/page_values.h"

namespace rapporteur {
namespace {

Value group_value(const OutcomeGroup& group, const StatementValues& values, bool only_one) {
    std::string meeting = group.meeting;
    if (meeting.empty() && !only_one) meeting = values.wording().labels().text("outcomes.not_stated");
    const std::string dates = values.wording().dates(group.dates);
    if (!meeting.empty() && !dates.empty()) meeting += values.wording().labels().text("list.separator") + dates;
    return ObjectValue("outcome_group")
        .set("meeting", meeting)
        .set("rows", list_of(group.rows, [&](const OutcomeRow& row) { return values.outcome(row); }))
        .take();
}

std::string groups_heading(const Briefing& briefing) {
    const auto& groups = briefing.outcomes.earlier;
    if (!briefing.by_theme) return "outcomes.earlier";
    const bool named =
        std::any_of(groups.begin(), groups.end(), [](const OutcomeGroup& g) { return !g.meeting.empty(); });
    return named ? "outcomes.on_theme" : "outcomes.reported";
}

Value timeline_row(const TimelineRow& row, std::size_t index, const StatementValues& values) {
    return ObjectValue("timeline_row")
        .set("anchor", timeline_anchor(index))
        .set("date", values.wording().dates(row.dates))
        .set("text", row.text)
        .set("clipped", row.clipped)
        .set("place", row.place)
        .set("own_meeting", row.own_meeting)
        .set("expected", row.standing == Standing::expected)
        .set("cites", values.cites(std::optional(row.reference)))
        .take();
}

Value timeline_value(const std::vector<TimelineRow>& rows, const StatementValues& values, const std::string& letter) {
    Value::List list;
    for (std::size_t i = 0; i < rows.size(); ++i) list.push_back(timeline_row(rows[i], i, values));
    const Wording& wording = values.wording();
    return ObjectValue("timeline")
        .set("letter", letter)
        .set("heading", wording.labels().text("outcomes.timeline", {{"years", timeline_years(rows, wording)}}))
        .set("figure", timeline_figure(rows, wording))
        .set("rows", std::move(list))
        .take();
}

}  // namespace

Value outcomes_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral) {
    const OutcomePages& pages = briefing.outcomes;
    const bool none_held = !briefing.by_theme && pages.held && pages.of_meeting.empty();
    const auto parts = std::size_t(!pages.of_meeting.empty()) + std::size_t(!pages.proposed.empty()) +
                       std::size_t(!pages.earlier.empty()) + std::size_t(!pages.timeline.empty());
    if (parts == 0 && !none_held) return false;
    PartNumbers letters(PartNumbers::Kind::letters, parts);
    ObjectValue value("outcomes");
    value.set("numeral", numeral).set("none_held", none_held);
    if (!pages.of_meeting.empty()) value.set("of_meeting", values.outcome_rows(pages.of_meeting, letters.next()));
    if (!pages.proposed.empty()) value.set("proposed", values.outcome_rows(pages.proposed, letters.next()));
    if (!pages.earlier.empty()) {
        const auto group = [&](const OutcomeGroup& each) {
            return group_value(each, values, pages.earlier.size() == 1);
        };
        value.set("earlier", ObjectValue("outcome_groups")
                                 .set("letter", letters.next())
                                 .set("heading", values.wording().labels().text(groups_heading(briefing)))
                                 .set("groups", list_of(pages.earlier, group))
                                 .take());
    }
    if (!pages.timeline.empty()) value.set("timeline", timeline_value(pages.timeline, values, letters.next()));
    return value.take();
}

Value meetings_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral) {
    if (briefing.meetings.empty()) return false;
    const auto row = [&](const MeetingRow& meeting) {
        const std::string dates = values.wording().dates(meeting.dates);
        return ObjectValue("meeting")
            .set("name", meeting.name)
            .set("dates", dates.empty() ? values.wording().labels().text("meetings.undated") : dates)
            .set("place", meeting.place)
            .set("items", text_list(meeting.items))
            .set("cites", values.cites(std::optional(meeting.reference)))
            .take();
    };
    return ObjectValue("meetings").set("numeral", numeral).set("rows", list_of(briefing.meetings, row)).take();
}

Value who_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral) {
    if (briefing.who_said_what.empty()) return false;
    const auto row = [&](SpeakerRow speaker) {
        if (!briefing.by_theme) speaker.meeting.clear();
        return values.speaker(speaker);
    };
    return ObjectValue("who").set("numeral", numeral).set("rows", list_of(briefing.who_said_what, row)).take();
}

}  // namespace rapporteur
