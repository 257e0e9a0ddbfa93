#include "assemble/delegation.h"

#include <algorithm>

#include "support/region.h"
#include "support/text.h"

namespace rapporteur {
namespace {

const std::vector<std::string> languages{"en", "fr", "es"};

void add_once(std::vector<std::string>& names, std::string name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

bool is_word_byte(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const auto c = static_cast<unsigned char>(text[at]);
    return c >= 0x80 || is_alpha(c) || is_digit(c);
}

/// Where `name` stands in `text` from byte `from` on with no letter right before or after it; npos where it does not.
std::size_t find_whole(std::string_view text, std::string_view name, std::size_t from = 0) {
    if (name.empty()) return text.npos;
    for (std::size_t at = text.find(name, from); at != text.npos; at = text.find(name, at + 1))
        if ((at == 0 || !is_word_byte(text, at - 1)) && !is_word_byte(text, at + name.size())) return at;
    return text.npos;
}

bool holds_one_of(std::string_view folded, const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return find_whole(folded, fold(name)) != folded.npos; });
}

/// All names of a State: Unicode's and the table's.
std::vector<std::string> names_of(const std::string& code, const StateTable& table) {
    std::vector<std::string> names = region_names(code, languages);
    for (const StateNames& state : table.states)
        if (state.code == code)
            for (const std::string& name : state.names) add_once(names, name);
    return names;
}

struct State {
    std::string code;
    std::vector<std::string> names;
};

std::vector<State> all_states(const StateTable& table) {
    std::vector<State> states;
    for (const std::string& code : region_codes()) states.push_back({code, names_of(code, table)});
    return states;
}

bool is_called(const State& state, const std::string& folded) {
    return fold(state.code) == folded ||
           std::any_of(state.names.begin(), state.names.end(), [&](const std::string& n) { return fold(n) == folded; });
}

/// The names of other States that hold one of this delegation's.
std::vector<std::string> confusable(const Delegation& delegation, const std::vector<State>& states,
                                    const std::string& own_code) {
    std::vector<std::string> others;
    for (const State& state : states) {
        if (state.code == own_code) continue;
        for (const std::string& name : state.names)
            if (holds_one_of(fold(name), delegation.names)) add_once(others, name);
    }
    return others;
}

/// "African States" and "ASEAN" name their group wherever they stand; "States" only where nothing else is said: it is a
/// part of "the United States", too.
bool tells_by_itself(const std::string& name) {
    return name.find(' ') != name.npos || is_all_capitals(name) ||
           std::any_of(name.begin(), name.end(), [](char c) { return is_digit(static_cast<unsigned char>(c)); });
}

std::string_view without_article(std::string_view folded) {
    for (const std::string_view article : {"the ", "all ", "les ", "los ", "las "})
        if (folded.starts_with(article)) folded.remove_prefix(article.size());
    return folded;
}

}  // namespace

Delegation delegation_of(std::string_view name, const StateTable& table) {
    const std::string_view bare = fold(name).starts_with("the ") ? name.substr(4) : name;
    const std::string folded = fold(bare);
    const std::vector<State> states = all_states(table);
    const auto state =
        std::find_if(states.begin(), states.end(), [&](const State& each) { return is_called(each, folded); });
    const std::string code = state == states.end() ? "" : state->code;
    Delegation delegation{std::string(name), code.empty() ? std::vector{std::string(bare)} : state->names, {}, {}};
    if (!code.empty() && fold(code) == folded) delegation.name = state->names.front();
    delegation.others = confusable(delegation, states, code);
    const auto is_it = [&](const std::string& member) {
        return code.empty() ? fold(member) == folded : member == code;
    };
    for (const StateGroup& group : table.groups)
        if ((group.everybody && !code.empty()) || std::any_of(group.members.begin(), group.members.end(), is_it))
            delegation.groups.push_back(group);
    return delegation;
}

bool names_delegation(const Delegation& delegation, std::string_view words) {
    std::string folded = fold(words);
    for (const std::string& other : delegation.others) {
        const std::string name = fold(other);
        for (std::size_t at = find_whole(folded, name); at != folded.npos; at = find_whole(folded, name, at))
            folded.replace(at, name.size(), ";");
    }
    return holds_one_of(folded, delegation.names);
}

bool names_group(const StateGroup& group, std::string_view words) {
    const std::string folded = fold(words);
    std::vector<std::string> names = group.aliases;
    names.push_back(group.name);
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return tells_by_itself(name) ? find_whole(folded, fold(name)) != folded.npos
                                     : without_article(folded) == fold(name);
    });
}

}  // namespace rapporteur
