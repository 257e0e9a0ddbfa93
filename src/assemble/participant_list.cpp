#include "assemble/participant_list.h"

#include <algorithm>
#include <map>

#include "assemble/person_name.h"
#include "support/text.h"

namespace rapporteur {
namespace {

class ParticipantList {
public:
    void add(const std::string& name, const std::string& affiliation, const std::string& note,
             ParticipantRow::Part part) {
        if (name_words(name).empty()) return;
        const auto found = people_.find(name);
        const std::size_t number = found.value_or(rows_.size());
        people_.add(name, number);
        if (!found) rows_.emplace_back();
        ParticipantRow& row = rows_[number];
        if (name_words(name).size() > name_words(row.name).size()) row.name = name;
        if (row.affiliation.empty()) row.affiliation = affiliation;
        if (row.note.empty()) row.note = note;
        if (std::find(row.parts.begin(), row.parts.end(), part) == row.parts.end())
            row.parts.push_back(std::move(part));
    }

    void add_item(const SettledItem& item) {
        const auto add_person = [&](const NamedPerson& person) {
            add(person.name, person.affiliation, person.note, {std::string(name_of(person.role)), item.number});
        };
        std::for_each(item.people.begin(), item.people.end(), add_person);
        for (const AgendaTalk& talk : item.talks) std::for_each(talk.speakers.begin(), talk.speakers.end(), add_person);
        std::for_each(item.leaders.begin(), item.leaders.end(), add_person);
    }

    /// Speakers that the agenda does not name stand with their item alone.
    void add_speaker(const Intervention& intervention, const std::string& item) {
        if (people_.find(intervention.speaker)) return;
        if (!is_a_name(intervention.speaker)) return;
        add(intervention.speaker, intervention.affiliation, {}, {"named", item});
    }

    std::vector<ParticipantRow> sorted() {
        std::stable_sort(rows_.begin(), rows_.end(), [](const ParticipantRow& a, const ParticipantRow& b) {
            return sort_key(a.name) < sort_key(b.name);
        });
        return std::move(rows_);
    }

private:
    /// "Participants", "the representative of …" are speakers without a name: a name has capitals throughout.
    static bool is_a_name(const std::string& speaker) {
        const std::vector<std::string_view> words = split(speaker, ' ');
        return words.size() > 1 && std::all_of(words.begin(), words.end(), [](std::string_view word) {
                   return !word.empty() && !is_lower(decode_at(word, 0).value);
               });
    }

    std::vector<ParticipantRow> rows_;
    PeopleByName people_;
};

}  // namespace

std::vector<ParticipantRow> list_participants(const Library& library, const Scope& scope,
                                              const std::vector<SettledItem>& items) {
    ParticipantList list;
    std::map<std::string_view, std::string> number_of;
    for (const SettledItem& item : items) {
        if (!item.side_event) list.add_item(item);
        for (const AgendaItem* record : item.records) number_of[record->id] = item.number;
    }
    for (const SettledItem& item : items)
        if (item.side_event) list.add_item(item);
    for (const Participant* each : scope.participants) list.add(each->name, each->affiliation, {}, {each->role, {}});
    for (const Same<Intervention>& same : scope.interventions) {
        if (is_from_before(library, *scope.meeting, *same.best)) continue;
        const auto item = number_of.find(same.best->agenda_item);
        if (holds_words_of_name(*scope.meeting, same.best->speaker)) continue;  // the body that meets
        list.add_speaker(*same.best, item == number_of.end() ? std::string() : item->second);
    }
    return list.sorted();
}

}  // namespace rapporteur
