#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// The words of a person's name for comparing: folded, without titles and initials that end with a full stop; a double
/// name gives its parts.
std::vector<std::string> name_words(std::string_view name);

/// Finds a person under fuller and shorter wordings of one name ("Anna Maria Lind", "Ms. Lind").
class PeopleByName {
public:
    /// The number of the one person whose name may be this; nothing where there is none or more than one.
    std::optional<std::size_t> find(std::string_view name) const;
    void add(std::string_view name, std::size_t number);

private:
    struct Known {
        std::vector<std::string> words;
        std::size_t number = 0;
    };
    std::map<std::string, std::vector<Known>, std::less<>> by_family_name_;
};

/// For sorting by family name: the last word first.
std::string sort_key(std::string_view name);

}  // namespace rapporteur
