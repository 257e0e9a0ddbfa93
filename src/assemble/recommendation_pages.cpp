#include "assemble/recommendation_pages.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "assemble/addressee.h"
#include "assemble/quotation.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int strengths = 5;

RecommendationRow make_row(const Library& library, const Same<Recommendation>& same, const AgendaPeople& people) {
    const Recommendation& best = *same.best;
    RecommendationRow row;
    row.record = best.id;
    for (const ThemeScore& theme : best.themes) row.themes.push_back(theme.id);
    row.quotation = quote(library, same);
    row.strength = std::clamp(best.strength, 0, strengths);
    row.verb = best.verb;
    row.proposer = best.proposer;
    row.addressees = best.addressees;
    row.deadline = best.deadline;
    for (const Recommendation* record : same.all) {
        if (row.proposer.empty()) row.proposer = record->proposer;
        if (!row.deadline) row.deadline = record->deadline;
        if (row.status == RecommendationStatus::proposed) row.status = record->status;
        if (row.response || !record->response) continue;
        const Response& response = *record->response;
        row.response = quote(library, response.sources.empty() ? Source{} : response.sources.front(), response.text);
        row.response_by = response.by;
    }
    row.proposer = people.full_name(row.proposer);
    return row;
}

/// Recommendations under one addressee, by place in the list that they come from.
struct Group {
    std::string key, addressee;
    std::vector<std::size_t> members;
};

std::vector<Group> group_by_addressee(const std::vector<Same<Recommendation>>& statements, const Addressees& names) {
    std::vector<Group> groups;
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        const auto& addressees = statements[i].best->addressees;
        const std::string words = addressees.empty() ? std::string() : addressees.front();
        const std::string key = names.key(words);
        const auto [entry, is_new] = places.try_emplace(key, groups.size());
        if (is_new) groups.push_back({key, names.display(words), {}});
        groups[entry->second].members.push_back(i);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
        return std::tuple(a.key.empty(), b.members.size()) < std::tuple(b.key.empty(), a.members.size());
    });
    return groups;
}

std::vector<RecommendationGroup> number_groups(const Library& library,
                                               const std::vector<Same<Recommendation>>& statements,
                                               const Addressees& names, const AgendaPeople& people,
                                               NumberedRecommendations& all) {
    std::vector<RecommendationGroup> result;
    for (const Group& group : group_by_addressee(statements, names)) {
        RecommendationGroup& printed = result.emplace_back();
        printed.addressee = group.addressee;
        for (const std::size_t member : group.members) {
            const Same<Recommendation>& same = statements[member];
            RecommendationRow row = make_row(library, same, people);
            row.number = static_cast<int>(all.rows.size()) + 1;
            all.row_of_key[key_of(*same.best)] = all.rows.size();
            all.rows.push_back(row);
            all.records.push_back(same.best);
            printed.rows.push_back(std::move(row));
        }
    }
    return result;
}

/// The year of the meeting at which it was put, else of its document; 0 where neither is dated.
int year_of(const Library& library, const Recommendation& record) {
    const MeetingCluster* meeting = library.meeting_around(record);
    if (meeting && meeting->start) return meeting->start->year;
    const DocumentRecord* document = library.document_record(document_of(record));
    return document && document->date ? document->date->year : 0;
}

std::vector<YearRow> rows_by_year(const Library& library, const NumberedRecommendations& all) {
    std::map<int, YearRow> years;
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
        const int year = year_of(library, *all.records[i]);
        YearRow& row = years[year];
        row.year = year;
        row.numbers.resize(strengths + 1);
        row.numbers[static_cast<std::size_t>(all.rows[i].strength)].push_back(all.rows[i].number);
        ++row.total;
    }
    std::vector<YearRow> result;
    for (auto& [year, row] : years) result.push_back(std::move(row));
    if (!result.empty() && result.front().year == 0) std::rotate(result.begin(), result.begin() + 1, result.end());
    return result;
}

void note_columns(RecommendationPages& pages, const std::vector<RecommendationRow>& rows) {
    for (const RecommendationRow& row : rows) {
        pages.any_deadline = pages.any_deadline || row.deadline.has_value();
        pages.any_proposer = pages.any_proposer || !row.proposer.empty();
        pages.any_strength = pages.any_strength || row.strength > 0;
        const auto& known = pages.proposers;
        if (std::find(known.begin(), known.end(), row.proposer) == known.end()) pages.proposers.push_back(row.proposer);
    }
}

bool is_damage(const Gap* gap) { return gap->code == GapCode::line_damaged || gap->code == GapCode::text_cut_off; }

}  // namespace

NumberedRecommendations number_recommendations(const Library& library, const Scope& scope, const AgendaPeople& people) {
    NumberedRecommendations all;
    const Addressees names(library, scope);
    all.pages.put_to = number_groups(library, scope.put_to, names, people, all);
    all.put_to = all.rows.size();
    all.pages.in_papers = number_groups(library, scope.in_papers, names, people, all);
    if (!scope.meeting) all.pages.years = rows_by_year(library, all);
    note_columns(all.pages, all.rows);
    all.pages.source_damaged = std::any_of(scope.gaps.begin(), scope.gaps.end(), is_damage);
    return all;
}

std::vector<RecommendationRow> strongest(const NumberedRecommendations& all, std::size_t most) {
    std::vector<std::size_t> order(all.rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto rank = [&](std::size_t i) {
        return std::tuple(i >= all.put_to, all.rows[i].quotation.cut, -all.rows[i].strength,
                          -all.records[i]->confidence);
    };
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
    std::vector<RecommendationRow> chosen;
    std::set<std::tuple<std::string, std::string, int, int>> paragraphs;
    for (const bool second_turn : {false, true}) {
        for (const std::size_t i : order) {
            if (chosen.size() == most) return chosen;
            const Reference& r = all.rows[i].quotation.reference;
            const bool is_new = paragraphs.insert({r.document_id, r.paragraph, r.page, r.line}).second;
            const bool taken = std::any_of(chosen.begin(), chosen.end(),
                                           [&](const RecommendationRow& c) { return c.number == all.rows[i].number; });
            if (!taken && (is_new || second_turn)) chosen.push_back(all.rows[i]);
        }
    }
    return chosen;
}

}  // namespace rapporteur
