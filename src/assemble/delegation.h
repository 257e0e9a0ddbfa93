#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// A group of States under its names.
struct StateGroup {
    std::string name;
    std::vector<std::string> aliases;
    std::vector<std::string> members;  // ISO 3166-1 codes of two letters; names of those that have none
    bool everybody = false;            // all States belong to it ("Member States")
};

/// Names of a State besides those of Unicode's tables ("Viet Nam").
struct StateNames {
    std::string code;  // ISO 3166-1, two letters
    std::vector<std::string> names;
};

/// What is known of States: data of the templates' folder.
struct StateTable {
    std::vector<StateNames> states;
    std::vector<StateGroup> groups;
};

/// For whom a pack is made: a State or a body.
struct Delegation {
    std::string name;
    std::vector<std::string> names;   // all its names, that one included
    std::vector<std::string> others;  // names of other States that hold one of them: "South Sudan" for "Sudan"
    std::vector<StateGroup> groups;   // that it belongs to
};

/// The delegation of this name with the groups that it belongs to. A State is found by any of its names in the
/// languages of the United Nations that are written in Latin letters, or by its code; a name of no State belongs to the
/// groups that list it by name.
Delegation delegation_of(std::string_view name, const StateTable& table);

/// True where the words name the delegation: one of its names as whole words, whatever case and accents.
bool names_delegation(const Delegation& delegation, std::string_view words);

/// True where the words name the group.
bool names_group(const StateGroup& group, std::string_view words);

}  // namespace rapporteur
