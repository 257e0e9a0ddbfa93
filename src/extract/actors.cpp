#include "extract/actors.h"

#include <algorithm>
#include <charconv>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_list = 600;  // bytes of a list of actors that are looked at
constexpr std::size_t longest_name = 160;  // bytes of one name
constexpr std::size_t most_names = 24;

std::vector<std::string_view> split_by(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    std::size_t from = 0;
    for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator, from)) {
        parts.push_back(text.substr(from, at - from));
        from = at + separator.size();
    }
    parts.push_back(text.substr(from));
    return parts;
}

std::string_view last_word(std::string_view text) {
    const std::size_t space = text.find_last_of(' ');
    return space == std::string_view::npos ? text : text.substr(space + 1);
}

/// Without a number at the end, which belongs to the name of a committee: "ISO/TC 9" gives "ISO/TC".
std::string_view without_number(std::string_view name) {
    const std::string_view word = last_word(name);
    const bool number = !word.empty() && word.find_first_not_of("0123456789/") == std::string_view::npos;
    return number && word.size() < name.size() ? trim(name.substr(0, name.size() - word.size())) : name;
}

bool begins_upper(std::string_view word) { return !word.empty() && is_upper(decode_at(word, 0).value); }

bool is_short_form(std::string_view word) {
    int capitals = 0;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = decode_at(word, at);
        capitals += is_upper(c.value) ? 1 : 0;
        at += c.bytes;
    }
    return capitals >= 2;
}

/// The stretch of one text from the begin of one part of it to the end of a later one.
std::string_view spanning(std::string_view first, std::string_view last) {
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

std::string_view without_end(std::string_view text, std::string_view characters) {
    while (!text.empty() && characters.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    return text;
}

}  // namespace

Actors::Actors(const RuleSet& rules, std::string_view language) : rules_(rules), language_(language) {}

const Pattern* Actors::pattern(std::string_view table) const {
    const RuleTable* found = rules_.table(language_, table);
    return found == nullptr || found->entries.empty() ? nullptr : &found->entries.front().pattern;
}

bool Actors::matches(std::string_view table, std::string_view text) const {
    const RuleTable* found = rules_.table(language_, table);
    return found != nullptr && found->entry_matching(text) != nullptr;
}

/// Without the words that open a clause ("Furthermore,") and determiners in front, and without adverbs at the end.
std::string_view Actors::bare(std::string_view name) const {
    name = without_end(trim(name), " ,;:.");
    for (const std::string_view table : {"openers", "determiners", "openers"}) {
        const Pattern* front = pattern(table);
        const auto match = front == nullptr ? std::nullopt : front->find(name);
        if (match && match->range.begin == 0) name = trim(name.substr(match->range.end));
    }
    if (const Pattern* end = pattern("trailers")) {
        if (const auto match = end->find(name)) name = trim(name.substr(0, match->range.begin));
    }
    return name;
}

/// The name without what follows its noun ("Committee on Fees" gives "Committee").
std::string_view Actors::head_of(std::string_view name) const {
    const Pattern* breaks = pattern("head_breaks");
    const auto match = breaks == nullptr ? std::nullopt : breaks->find(name);
    return match ? trim(name.substr(0, match->range.begin)) : name;
}

/// True where the name's noun is one of those that can act, whatever its capitals.
bool Actors::is_noun_of_actor(std::string_view name) const {
    const std::string_view head = head_of(name);
    const std::string_view word = last_word(without_end(head, ")”\"’,"));
    return matches("actor_nouns", to_lower(word)) || matches("actor_names", to_lower(without_end(head, ",")));
}

bool Actors::is_actor(std::string_view name, bool begins_sentence) const {
    if (name.empty() || name.size() > longest_name || matches("not_actors", name)) return false;
    if (is_noun_of_actor(name)) return true;
    const std::string_view head = without_number(head_of(name));
    const std::string_view word = last_word(without_end(head, ")”\"’"));
    if (is_short_form(word)) return true;
    return begins_upper(word) && (!begins_sentence || head.find(' ') != std::string_view::npos);
}

/// True where two parts of a list are one name: "Scientific and Cultural Organization", "regional and local bodies",
/// "Entity for Equality and the Advancement of Women".
bool Actors::is_one_name(std::string_view left, std::string_view joint, std::string_view right) const {
    if (matches("name_adjectives", last_word(left)) && begins_upper(right)) return true;
    if (matches("plain_adjectives", bare(left))) return true;
    if (joint == ", " || !matches("head_breaks", left)) return false;
    if (begins_upper(right)) return true;
    const std::string_view name = bare(right);
    return begins_upper(name) && !is_noun_of_actor(name);
}

/// Names joined by commas and conjunctions; "Department of Trade and Labour" stays one.
std::vector<std::string> Actors::names_in(std::string_view list, bool begins_sentence) const {
    std::vector<std::string> names;
    const Pattern* prepositions = pattern("prepositions");
    if (prepositions != nullptr && prepositions->matches(trim(list))) return names;
    const Pattern* conjunctions = pattern("conjunctions");
    std::vector<std::string_view> parts;
    for (const std::string_view chunk : split_by(list.substr(0, longest_list), ", ")) {
        std::size_t from = 0;
        const auto add = [&](std::string_view part, std::string_view joint) {
            const bool goes_on = !parts.empty() && is_one_name(parts.back(), joint, part);
            if (goes_on) parts.back() = spanning(parts.back(), part);
            if (!goes_on) parts.push_back(part);
        };
        std::string_view joint_before = ", ";
        const auto joints = conjunctions == nullptr ? std::vector<PatternMatch>{} : conjunctions->find_all(chunk);
        for (const PatternMatch& joint : joints) {
            if (joint.range.begin < from) continue;
            add(chunk.substr(from, joint.range.begin - from), joint_before);
            joint_before = chunk.substr(joint.range.begin, joint.range.size());
            from = joint.range.end;
        }
        add(chunk.substr(from), joint_before);
    }
    for (const std::string_view part : parts) {
        const std::string_view name = bare(part);
        if (is_actor(name, begins_sentence && part.data() == list.data()) && names.size() < most_names)
            names.emplace_back(name);
    }
    return names;
}

std::vector<std::string> Actors::subject(std::string_view before) const {
    before = trim(before);
    bool begins_sentence = true;
    constexpr int deepest = 4;  // "said that …, noting that …": clauses inside clauses
    const Pattern* breaks = pattern("clause_breaks");
    for (int depth = 0; breaks != nullptr && depth < deepest; ++depth) {
        const auto match = breaks->find(before);
        if (!match || match->range.end >= before.size()) break;
        begins_sentence = false;
        before = before.substr(match->range.end);
    }
    const bool aside = before.ends_with(',');
    auto chunks = split_by(without_end(before, ", "), ", ");
    if (aside) {
        for (const std::string_view chunk : chunks) {
            const auto names = names_in(chunk, begins_sentence && chunk.data() == before.data());
            if (!names.empty()) return names;
        }
        return {};
    }
    const std::string_view nearest = chunks.back();
    const bool first = begins_sentence && nearest.data() == before.data();
    auto names = names_in(nearest, first);
    if (names.size() > 1 || nearest.starts_with("and ")) {
        const auto all = names_in(before, begins_sentence);
        if (all.size() >= names.size()) return all;
    }
    return names;
}

/// The actors that open a clause after "that": the shortest run of words that names one and is followed by a verb, or
/// by the list that the clause introduces ("that the Council:").
std::vector<std::string> Actors::clause_subject(std::string_view clause) const {
    constexpr int most_words = 7;
    const Pattern* joints = pattern("name_joints");
    std::size_t end = 0;
    for (int i = 0; i < most_words && end < clause.size(); ++i) {
        end = clause.find(' ', end + 1);
        if (end == std::string_view::npos || clause.substr(end) == " :") {
            return clause.ends_with(':') ? names_in(without_end(clause, " :,"), false) : std::vector<std::string>{};
        }
        const std::string_view next = clause.substr(end + 1, clause.find(' ', end + 1) - end - 1);
        if (begins_upper(next) || (joints != nullptr && joints->matches(next))) continue;
        if (matches("actor_nouns", to_lower(without_end(next, ":,;")))) continue;  // "State party"
        const std::string_view name = bare(clause.substr(0, end));
        if (joints != nullptr && joints->matches(last_word(name))) continue;
        if (is_actor(name, false)) return names_in(name, false);
    }
    return {};
}

std::vector<std::string> Actors::object(std::string_view after) const {
    after = trim(after);
    if (const Pattern* clause = pattern("object_clause")) {
        const auto match = clause->find(after);
        if (match && match->range.begin == 0) return clause_subject(after.substr(match->range.end));
    }
    const Pattern* ends = pattern("object_ends");
    const auto end = ends == nullptr ? std::nullopt : ends->find(after);
    if (end && end->range.begin == 0) return {};
    if (!end || end->range.begin > longest_list) return agents(after);
    const std::string_view list = after.substr(0, end->range.begin);
    const Pattern* relative = pattern("relative_passives");  // "actions that could be taken by members"
    return relative != nullptr && relative->matches(list) ? agents(list) : names_in(list, false);
}

bool Actors::claims(std::string_view before) const {
    const Pattern* verbs = pattern("claims");
    return verbs != nullptr && verbs->matches(before);
}

std::vector<std::string> Actors::agents(std::string_view after) const {
    const Pattern* by = pattern("agents");
    // What stands behind a comma is an aside: "an agency, with free choice of its work by Governments".
    after = after.substr(0, std::min(after.find(", "), longest_list));
    const auto match = by == nullptr ? std::nullopt : by->find(after);
    if (!match || match->captures.empty()) return {};
    const Range& name = match->captures.front().range;
    return names_in(after.substr(name.begin, name.size()), false);
}

std::string Actors::speaker(std::string_view before) const {
    std::string name = named(before);
    if (!is_noun_of_actor(name)) {
        const auto opening = clause_subject(name);  // "Committee sees merit in fees and"
        if (opening.size() == 1 && is_noun_of_actor(opening.front())) return opening.front();
    }
    const bool speaks = is_actor(name, false) ||
                        (!matches("not_actors", name) && matches("speaking_nouns", to_lower(last_word(head_of(name)))));
    return speaks ? name : std::string{};
}

std::string Actors::named(std::string_view before) const {
    if (const Pattern* frame = pattern("speech_frames")) {
        const auto match = frame->find(before);
        if (match && match->range.begin == 0) before = before.substr(match->range.end);
    }
    const std::size_t colon = before.rfind(": ");
    if (colon != std::string_view::npos && !claims(before.substr(0, colon))) before = before.substr(colon + 2);
    const Pattern* verbs = pattern("claims");
    if (const auto claim = verbs == nullptr ? std::nullopt : verbs->find(before))
        before = before.substr(0, claim->range.begin);
    const Pattern* topics = pattern("topics");
    const Pattern* asides = pattern("asides");
    auto chunks = split_by(trim(before), ", ");
    std::size_t first = 0;
    while (topics != nullptr && first + 1 < chunks.size() && topics->matches(trim(chunks[first]))) ++first;
    std::string out;
    for (std::size_t i = first; i < chunks.size(); ++i) {
        if (i > first && asides != nullptr && asides->matches(trim(chunks[i]))) break;
        out += (out.empty() ? "" : ", ") + std::string(chunks[i]);
    }
    const std::string name(bare(out));
    return name.size() > longest_name || matches("pronouns", name) ? std::string{} : name;
}

int strength_of(const RuleSet& rules, std::string_view language, std::string_view verb) {
    const RuleTable* ladder = rules.table(language, "strength");
    if (ladder == nullptr) return 0;
    const std::string lower = to_lower(verb);
    for (const TableEntry& entry : ladder->entries) {
        int strength = 0;
        std::from_chars(entry.key.data(), entry.key.data() + entry.key.size(), strength);
        if (entry.pattern.matches(lower)) return strength;
    }
    return 0;
}

}  // namespace rapporteur
