#include "assemble/agenda_people.h"

namespace rapporteur {

AgendaPeople::AgendaPeople(const std::vector<SettledItem>& items) {
    for (const SettledItem& item : items) {
        add(item.people);
        add(item.leaders);
        for (const AgendaTalk& talk : item.talks) add(talk.speakers);
    }
}

void AgendaPeople::add(const std::vector<NamedPerson>& people) {
    for (const NamedPerson& person : people) {
        const auto known = people_.find(person.name);
        people_.add(person.name, known.value_or(names_.size()));
        if (!known) names_.push_back(person.name);
    }
}

std::string AgendaPeople::full_name(const std::string& wording) const {
    const auto known = people_.find(wording);
    return known ? names_[*known] : heading_case(wording);
}

}  // namespace rapporteur
