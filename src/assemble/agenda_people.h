#pragma once

#include <string>
#include <vector>

#include "assemble/person_name.h"
#include "assemble/settled_item.h"

namespace rapporteur {

/// The people whom an agenda names, to be found under shorter wordings of their names.
class AgendaPeople {
public:
    explicit AgendaPeople(const std::vector<SettledItem>& items);

    /// The agenda's name of the one person meant; the wording itself, with a capital first, where there is none.
    std::string full_name(const std::string& wording) const;

private:
    void add(const std::vector<NamedPerson>& people);

    PeopleByName people_;
    std::vector<std::string> names_;
};

}  // namespace rapporteur
