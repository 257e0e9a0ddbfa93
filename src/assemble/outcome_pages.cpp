#include "assemble/outcome_pages.h"

#include <algorithm>
#include <tuple>

#include "assemble/quotation.h"
#include "assemble/timeline.h"

namespace rapporteur {
namespace {

OutcomeRow make_row(const Library& library, const Same<Outcome>& same, NumberedOutcomes& all) {
    const Outcome& best = *same.best;
    OutcomeRow row;
    row.type = best.type;
    row.body = best.body;
    row.date = best.date;
    row.quotation = quote(library, same);
    row.number = static_cast<int>(all.rows.size()) + 1;
    all.row_of_key[key_of(best)] = all.rows.size();
    all.rows.push_back(row);
    return row;
}

/// Earlier outcomes of one meeting, or of none that is named.
struct Group {
    const MeetingCluster* meeting = nullptr;
    std::vector<const Same<Outcome>*> members;
};

std::vector<Group> group_by_meeting(const Library& library, const std::vector<Same<Outcome>>& outcomes,
                                    const MeetingCluster* own) {
    std::vector<Group> groups;
    for (const Same<Outcome>& same : outcomes) {
        const MeetingCluster* meeting = library.meeting_of(*same.best);
        if (meeting == own) meeting = nullptr;  // what a paper tells before the meeting cannot be the meeting's own
        const auto found =
            std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.meeting == meeting; });
        Group& group = found == groups.end() ? groups.emplace_back(Group{meeting, {}}) : *found;
        group.members.push_back(&same);
    }
    return groups;
}

/// Meetings of the pack's own series first, then by date; outcomes of no named meeting last.
void sort_groups(std::vector<Group>& groups, const Scope& scope) {
    const auto rank = [&](const Group& g) {
        const bool of_series = scope.meeting && g.meeting && are_of_one_series(*g.meeting, *scope.meeting);
        const auto start = g.meeting ? g.meeting->start : std::nullopt;
        return std::tuple(!g.meeting, !of_series, !start, start.value_or(PartialDate{}));
    };
    std::stable_sort(groups.begin(), groups.end(), [&](auto& a, auto& b) { return rank(a) < rank(b); });
}

void sort_by_date(std::vector<const Same<Outcome>*>& members) {
    const auto rank = [](const Same<Outcome>* s) {
        return std::tuple(!s->best->date, s->best->date.value_or(PartialDate{}));
    };
    std::stable_sort(members.begin(), members.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
}

bool was_held(const Library& library, const Scope& scope) {
    if (!scope.of_meeting.empty()) return true;
    if (!scope.meeting || !scope.meeting->start) return false;
    const PartialDate last = scope.meeting->end.value_or(*scope.meeting->start);
    return std::any_of(scope.documents.begin(), scope.documents.end(), [&](const std::string& id) {
        const DocumentRecord* document = library.document_record(id);
        return document && document->date && *document->date > last && !agree(*document->date, last);
    });
}

}  // namespace

NumberedOutcomes number_outcomes(const Library& library, const Scope& scope) {
    NumberedOutcomes all;
    for (const Same<Outcome>& same : scope.of_meeting) all.pages.of_meeting.push_back(make_row(library, same, all));
    std::vector<Group> groups = group_by_meeting(library, scope.earlier, scope.meeting);
    sort_groups(groups, scope);
    for (Group& group : groups) {
        sort_by_date(group.members);
        OutcomeGroup& printed = all.pages.earlier.emplace_back();
        if (group.meeting) {
            printed.meeting = heading_case(group.meeting->name);
            printed.dates = {group.meeting->start, group.meeting->end};
        }
        for (const Same<Outcome>* same : group.members) printed.rows.push_back(make_row(library, *same, all));
    }
    for (const Same<Outcome>& same : scope.proposed) all.pages.proposed.push_back(make_row(library, same, all));
    all.pages.held = was_held(library, scope);
    all.pages.timeline = make_timeline(library, scope, all.pages.held);
    return all;
}

}  // namespace rapporteur
