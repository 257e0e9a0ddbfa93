#include "assemble/series_changes.h"

#include <algorithm>

#include "assemble/agenda_pages.h"
#include "assemble/quotation.h"
#include "assemble/word_match.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_outcomes = 3, most_items = 8;
constexpr std::size_t least_agenda = 3;  // items that make an agenda worth comparing

const MeetingCluster* last_before(const Library& library, const MeetingCluster& meeting) {
    const MeetingCluster* last = nullptr;
    if (!meeting.start) return nullptr;
    for (const MeetingCluster& other : library.meetings())
        if (&other != &meeting && other.start && *other.start < *meeting.start && are_of_one_series(other, meeting) &&
            (!last || *last->start < *other.start))
            last = &other;
    return last;
}

/// Items of `items` whose titles no item of `others` has.
std::vector<const SettledItem*> only_in(const std::vector<SettledItem>& items, const std::vector<SettledItem>& others) {
    std::vector<const SettledItem*> out;
    for (const SettledItem& item : items) {
        const bool is_known = std::any_of(others.begin(), others.end(),
                                          [&](const SettledItem& other) { return are_alike(item.title, other.title); });
        if (!is_known && !item.side_event && item.depth == 0 && out.size() < most_items) out.push_back(&item);
    }
    return out;
}

void compare_agendas(SinceLastMeeting& since, const Library& library, const MeetingCluster& last,
                     const std::vector<SettledItem>& items, const std::set<std::string>& sheets) {
    const Scope scope = meeting_scope(library, last);
    const std::vector<SettledItem> before = settle_items(scope, library);
    if (items.size() < least_agenda || before.size() < least_agenda) return;
    for (const SettledItem* item : only_in(items, before)) since.new_items.push_back(agenda_line(*item, {}, sheets));
    for (const SettledItem* item : only_in(before, items))
        if (!item->main->sources.empty())
            since.dropped_items.push_back(quote(library, item->main->sources.front(), item->title));
}

}  // namespace

std::optional<SinceLastMeeting> since_last_meeting(const Library& library, const Scope& scope,
                                                   const std::vector<SettledItem>& items,
                                                   const std::set<std::string>& sheets,
                                                   const NumberedOutcomes& outcomes) {
    const MeetingCluster* last = scope.meeting ? last_before(library, *scope.meeting) : nullptr;
    if (!last) return std::nullopt;
    SinceLastMeeting since;
    since.meeting = last->name;
    since.dates = {last->start, last->end};
    for (const Same<Outcome>& same : scope.earlier) {
        const auto row = outcomes.row_of_key.find(key_of(*same.best));
        if (library.meeting_of(*same.best) == last && row != outcomes.row_of_key.end())
            since.outcomes.push_back(outcomes.rows[row->second]);
    }
    std::stable_sort(since.outcomes.begin(), since.outcomes.end(),
                     [](const OutcomeRow& a, const OutcomeRow& b) { return a.type < b.type; });
    if (since.outcomes.size() > most_outcomes) since.outcomes.resize(most_outcomes);
    compare_agendas(since, library, *last, items, sheets);
    if (since.outcomes.empty() && since.new_items.empty() && since.dropped_items.empty()) return std::nullopt;
    return since;
}

}  // namespace rapporteur
