#include "assemble/concern_page.h"

#include <algorithm>

#include "assemble/agenda_pages.h"
#include "assemble/item_sheets.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_to_group = 8;  // recommendations shown in full for one group

class ConcernFinder {
public:
    ConcernFinder(const Library& library, const Scope& scope, const NumberedRecommendations& recommendations,
                  const Delegation& delegation)
        : library_(library), scope_(scope), recommendations_(recommendations), delegation_(delegation) {
        page_.delegation = delegation.name;
    }

    ConcernPage find(const std::vector<SettledItem>& items, const std::set<std::string>& sheets) {
        for (const RecommendationRow& row : recommendations_.rows) add_own(row);
        for (const StateGroup& group : delegation_.groups) add_group(group);
        add_statements();
        for (const SettledItem& item : items) add_people(item, sheets);
        add_delegates();
        return std::move(page_);
    }

private:
    bool is_it(std::string_view words) const { return names_delegation(delegation_, words); }

    bool is_addressed(const RecommendationRow& row) const {
        return std::any_of(row.addressees.begin(), row.addressees.end(),
                           [&](const std::string& addressee) { return is_it(addressee); });
    }

    void add_own(const RecommendationRow& row) {
        if (is_addressed(row)) page_.to_it.push_back(row);
        if (!row.proposer.empty() && is_it(row.proposer)) page_.by_it.push_back(row);
    }

    /// The strongest in full, the others by their numbers; what is addressed to the delegation itself stands there.
    void add_group(const StateGroup& group) {
        page_.groups.push_back(group.name);
        GroupConcern concern{group.name, {}, {}};
        for (const RecommendationRow& row : recommendations_.rows) {
            const bool to_group = std::any_of(row.addressees.begin(), row.addressees.end(),
                                              [&](const std::string& a) { return names_group(group, a); });
            if (to_group && !is_addressed(row)) concern.rows.push_back(row);
        }
        if (concern.rows.empty()) return;
        std::stable_sort(
            concern.rows.begin(), concern.rows.end(),
            [](const RecommendationRow& a, const RecommendationRow& b) { return a.strength > b.strength; });
        for (std::size_t i = most_to_group; i < concern.rows.size(); ++i)
            concern.further.push_back(concern.rows[i].number);
        if (concern.rows.size() > most_to_group) concern.rows.resize(most_to_group);
        std::sort(concern.further.begin(), concern.further.end());
        page_.to_groups.push_back(std::move(concern));
    }

    void add_statements() {
        std::vector<const Same<Intervention>*> own;
        for (const Same<Intervention>& same : scope_.interventions)
            if (is_it(same.best->speaker) || is_it(same.best->affiliation)) own.push_back(&same);
        page_.said = speakers_of(library_, own);
    }

    void add_person(const NamedPerson& person, const SettledItem& item, const std::set<std::string>& sheets) {
        if (!is_it(person.affiliation) && !is_it(person.title)) return;
        const AgendaLine line = agenda_line(item, {}, sheets);
        page_.people.push_back({person, line.number, line.title, line.sheet, item.day, item.start, item.end});
    }

    void add_people(const SettledItem& item, const std::set<std::string>& sheets) {
        for (const NamedPerson& person : item.leaders) add_person(person, item, sheets);
        for (const NamedPerson& person : item.people) add_person(person, item, sheets);
        for (const AgendaTalk& talk : item.talks)
            for (const NamedPerson& person : talk.speakers) add_person(person, item, sheets);
    }

    void add_delegates() {
        for (const Participant* participant : scope_.participants) {
            if (!is_it(participant->affiliation)) continue;
            NamedPerson person;
            person.name = participant->name;
            person.affiliation = participant->affiliation;
            person.note = participant->role;
            page_.people.push_back({std::move(person), {}, {}, {}, {}, {}, {}});
        }
    }

    const Library& library_;
    const Scope& scope_;
    const NumberedRecommendations& recommendations_;
    const Delegation& delegation_;
    ConcernPage page_;
};

}  // namespace

ConcernPage find_concerns(const Library& library, const Scope& scope, const std::vector<SettledItem>& items,
                          const std::set<std::string>& sheets, const NumberedRecommendations& recommendations,
                          const Delegation& delegation) {
    return ConcernFinder(library, scope, recommendations, delegation).find(items, sheets);
}

}  // namespace rapporteur
