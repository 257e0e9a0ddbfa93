#include "extract/person.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_words_of_name = 8;
constexpr std::size_t longest_line = 1000;  // bytes; no line of a programme that names people is longer

PersonRole role_named(std::string_view name) {
    for (const PersonRole role :
         {PersonRole::moderator, PersonRole::chair, PersonRole::rapporteur, PersonRole::presenter}) {
        if (name_of(role) == name) return role;
    }
    return PersonRole::speaker;
}

/// The parts between the separators of `pattern` that stand outside brackets.
std::vector<std::string_view> parts_between(std::string_view text, const Pattern& pattern) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0, scanned = 0;
    int depth = 0;
    for (const PatternMatch& match : pattern.find_all(text)) {
        for (; scanned < match.range.begin; ++scanned) depth += (text[scanned] == '(') - (text[scanned] == ')');
        if (depth > 0) continue;
        parts.push_back(trim(text.substr(begin, match.range.begin - begin)));
        begin = match.range.end;
    }
    parts.push_back(trim(text.substr(begin)));
    return parts;
}

/// "Baker." at a line's end is "Baker"; "Baker Jr." and "Baker J." keep their stop.
std::string without_stop(std::string_view name) {
    if (!name.ends_with('.')) return std::string(name);
    const std::size_t word = name.find_last_of(" \t") + 1;
    return std::string(name.substr(0, name.size() - (name.size() - word > 4 ? 1 : 0)));
}

std::string_view without_end_mark(std::string_view text) {
    text = trim(text);
    while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == '|')) {
        text = trim(text.substr(0, text.size() - 1));
    }
    return text;
}

}  // namespace

PersonSurety PeopleLine::surety() const {
    PersonSurety best = PersonSurety::bare;
    for (const FoundPerson& found : people) best = std::max(best, found.surety);
    return best;
}

RuleMatch PersonReader::match(std::string_view text, std::string_view role) const {
    if (text.size() > longest_line) return {};
    return best_match(group_, text, {RuleKind::field, {std::string(role)}, BlockKind::paragraph});
}

bool PersonReader::is_affiliation(std::string_view text) const { return match(text, "affiliation").rule != nullptr; }

std::optional<FoundPerson> PersonReader::plain_person(std::string_view text) const {
    if (text.size() > longest_line) return std::nullopt;
    for (const RuleMatch& found : match_rules(group_, text, {RuleKind::field, {"person"}, BlockKind::paragraph})) {
        const std::string_view name = found.field(text, "name");
        const std::string_view title = found.field(text, "title");
        const bool honoured = !found.field(text, "honoured").empty();
        if (words(name).size() > most_words_of_name) continue;
        if (match(name, honoured ? "titled-name" : "name").rule != nullptr) continue;
        FoundPerson person;
        person.person.name = without_stop(name);
        person.person.title = title;
        person.person.affiliation = without_stop(without_end_mark(found.field(text, "affiliation")));
        if (match(person.person.affiliation, "no-affiliation").rule != nullptr) person.person.affiliation.clear();
        const bool placed = !person.person.affiliation.empty() && is_affiliation(person.person.affiliation);
        if (honoured || placed) {
            person.surety = PersonSurety::sure;
        } else if (found.field(text, "bare").empty()) {
            person.surety = PersonSurety::likely;
        }
        return person;
    }
    return std::nullopt;
}

std::optional<FoundPerson> PersonReader::person(std::string_view text) const {
    std::string rest(without_end_mark(text)), notes;
    for (RuleMatch note = match(rest, "note"); note.rule != nullptr; note = match(rest, "note")) {
        notes += (notes.empty() ? "" : ", ") + std::string(note.field(rest, "note"));
        rest.erase(note.range.begin, note.range.size());
    }
    auto found = plain_person(trim(rest));
    if (!found) return std::nullopt;
    found->person.note = std::move(notes);
    return found;
}

std::vector<FoundPerson> PersonReader::each_of(const std::vector<std::string_view>& parts) const {
    std::vector<FoundPerson> people;
    for (const std::string_view part : parts) {
        auto found = person(part);
        if (!found) return {};
        people.push_back(std::move(*found));
    }
    return people;
}

std::vector<FoundPerson> PersonReader::split_people(std::string_view text, bool many) const {
    auto one = person(text);
    const RuleMatch between = match(text, "between");
    if (between.rule != nullptr && (many || !one)) {
        auto people = each_of(parts_between(text, between.rule->pattern));
        const bool no_bodies = std::all_of(people.begin(), people.end(),
                                           [](const FoundPerson& found) { return found.person.affiliation.empty(); });
        if (!people.empty() && (no_bodies || !one)) return people;
    }
    if (!one) return {};
    return {std::move(*one)};
}

std::vector<std::string_view> PersonReader::lists_of(std::string_view text) const {
    std::vector<std::string_view> parts;
    for (std::string_view rest : split(text, ';')) {
        for (RuleMatch next = match(rest, "next"); next.rule != nullptr; next = match(rest, "next")) {
            const bool behind_bracket = rest[next.range.begin] == ')';
            parts.push_back(trim(rest.substr(0, next.range.begin + (behind_bracket ? 1 : 0))));
            rest = rest.substr(next.range_of("next").begin);
        }
        if (!trim(rest).empty()) parts.push_back(trim(rest));
    }
    return parts;
}

std::vector<FoundPerson> PersonReader::names(std::string_view text, bool many) const {
    std::vector<FoundPerson> people;
    for (const std::string_view part : lists_of(text)) {
        auto some = split_people(part, many);
        if (some.empty()) return {};
        std::move(some.begin(), some.end(), std::back_inserter(people));
    }
    return people;
}

std::optional<PeopleLine> PersonReader::people(std::string_view line) const {
    line = trim(line);
    PeopleLine found;
    const RuleMatch prefix = match(line, "prefix");
    if (prefix.rule == nullptr) {
        found.people = names(line, false);
        if (found.people.empty()) return std::nullopt;
        return found;
    }
    found.role_printed = true;
    found.people = names(prefix.field(line, "people"), !prefix.range_of("many").empty());
    for (FoundPerson& one : found.people) one.person.role = role_named(prefix.field(line, "role"));
    return found;
}

std::optional<PersonRole> PersonReader::role_alone(std::string_view line) const {
    const RuleMatch found = match(trim(line), "role-alone");
    if (found.rule == nullptr) return std::nullopt;
    return role_named(found.field(line, "role"));
}

std::optional<TalkLine> PersonReader::talk(std::string_view line) const {
    if (line.size() > longest_line) return std::nullopt;
    for (const RuleMatch& found : match_rules(group_, line, {RuleKind::field, {"talk"}, BlockKind::paragraph})) {
        const std::string_view talk = found.field(line, "talk");
        auto people = names(found.field(line, "person"), true);
        if (people.empty() || match(talk, "talk-end").rule != nullptr) continue;
        if (match(people.front().person.name, "abbreviation").rule != nullptr) continue;
        const bool whole = !found.field(line, "whole").empty();
        return TalkLine{whole ? line : trim(talk), {std::move(people), false}};
    }
    return std::nullopt;
}

std::optional<TalkLine> PersonReader::timed_talk(std::string_view line) const {
    if (auto found = talk(line)) return found;
    const RuleMatch found = match(line, "timed-talk");
    if (found.rule == nullptr) return std::nullopt;
    auto people = names(found.field(line, "person"), true);
    if (people.empty()) return std::nullopt;
    return TalkLine{trim(found.field(line, "talk")), {std::move(people), false}};
}

std::optional<TalkLine> PersonReader::speaker_and_talk(std::string_view line) const {
    const RuleMatch found = match(line, "speaker-talk");
    if (found.rule == nullptr) return std::nullopt;
    auto people = names(found.field(line, "person"), false);
    if (people.empty()) return std::nullopt;
    return TalkLine{trim(found.field(line, "talk")), {std::move(people), false}};
}

std::string_view PersonReader::without_prefix(std::string_view talk) const {
    const RuleMatch found = match(talk, "talk-prefix");
    return found.rule == nullptr ? talk : found.field(talk, "talk");
}

}  // namespace rapporteur
