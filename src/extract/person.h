#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lookup.h"
#include "extract/match.h"
#include "model/record.h"

namespace rapporteur {

/// How surely a text names a person.
enum class PersonSurety {
    bare,    // a name's shape alone: counts only where a person is expected
    likely,  // a name's shape with something behind it
    sure,    // a word of respect before the name, or a body, post or country behind it
};

/// A person and how surely it is one.
struct FoundPerson {
    Person person;
    PersonSurety surety = PersonSurety::bare;
};

/// The people of one line that names nothing else.
struct PeopleLine {
    std::vector<FoundPerson> people;
    bool role_printed = false;  // behind "Moderator:" and the like

    /// The surest of them.
    PersonSurety surety() const;
};

/// A title with the person printed behind it in the same line.
struct TalkLine {
    std::string_view title;
    PeopleLine speakers;
};

/// Reads people as the documents of one language name them (rules of record kind "person").
class PersonReader {
public:
    PersonReader(const RuleSet& rules, std::string_view language)
        : group_(group_or_default(rules, language, "person")) {}

    /// The one person that is all of `text`, its note ("tbc") taken off.
    std::optional<FoundPerson> person(std::string_view text) const;

    /// The people of a line: "Moderator: A, Body", "Speakers: A (X), B (Y) and C (Z)", "Dr. A, Body". Nothing where the
    /// line says anything else; no people but a role where what stands behind "Chair:" is no name.
    std::optional<PeopleLine> people(std::string_view line) const;

    /// The role that is all of a line: "Speakers:".
    std::optional<PersonRole> role_alone(std::string_view line) const;

    /// The people of a text that is known to name people; where `many` is false, "A, B" is rather A of body B.
    std::vector<FoundPerson> names(std::string_view text, bool many) const;

    /// A talk or item and the people behind it: "Title – A", "Title Professor A, Body", "Title (A)"; of "Statement by
    /// Mr. A" the title is all of it.
    std::optional<TalkLine> talk(std::string_view line) const;

    /// As `talk`, of a line that has a time of its own: there a comma may part title and speaker.
    std::optional<TalkLine> timed_talk(std::string_view line) const;

    /// The person before a colon and the talk behind it: "A, Body: Title".
    std::optional<TalkLine> speaker_and_talk(std::string_view line) const;

    /// The talk's title without "Keynote:" and the like before it.
    std::string_view without_prefix(std::string_view talk) const;

    /// True where the text is surely a body, a post or a country.
    bool is_affiliation(std::string_view text) const;

private:
    RuleMatch match(std::string_view text, std::string_view role) const;
    std::optional<FoundPerson> plain_person(std::string_view text) const;
    std::vector<FoundPerson> each_of(const std::vector<std::string_view>& parts) const;
    std::vector<std::string_view> lists_of(std::string_view text) const;
    std::vector<FoundPerson> split_people(std::string_view text, bool many) const;

    const RuleGroup* group_;
};

}  // namespace rapporteur
