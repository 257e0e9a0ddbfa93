#include "assemble/person_name.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {
namespace {

bool holds_all(const std::vector<std::string>& words, const std::vector<std::string>& of) {
    return std::all_of(of.begin(), of.end(), [&](const std::string& word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    });
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
    std::vector<std::string> result;
    const std::string clean_name = collapse_space(name);
    for (const std::string_view word : split(clean_name, ' ')) {
        if (word.empty() || word.ends_with('.')) continue;
        std::string folded = fold(word);
        std::replace(folded.begin(), folded.end(), '-', ' ');
        for (const std::string_view part : split(folded, ' ')) {
            const std::string_view clean = part.substr(0, part.find_last_not_of(",;:") + 1);
            if (!clean.empty()) result.emplace_back(clean);
        }
    }
    return result;
}

std::optional<std::size_t> PeopleByName::find(std::string_view name) const {
    const std::vector<std::string> words = name_words(name);
    if (words.empty()) return std::nullopt;
    const auto family = by_family_name_.find(words.back());
    if (family == by_family_name_.end()) return std::nullopt;
    std::optional<std::size_t> found;
    for (const Known& known : family->second) {
        if (known.words == words) return known.number;
        if (!holds_all(known.words, words) && !holds_all(words, known.words)) continue;
        if (found && *found != known.number) return std::nullopt;
        found = known.number;
    }
    return found;
}

void PeopleByName::add(std::string_view name, std::size_t number) {
    std::vector<std::string> words = name_words(name);
    if (words.empty()) return;
    std::string family = words.back();
    by_family_name_[std::move(family)].push_back({std::move(words), number});
}

std::string sort_key(std::string_view name) {
    const std::vector<std::string> words = name_words(name);
    if (words.empty()) return {};
    std::string key = words.back();
    for (std::size_t i = 0; i + 1 < words.size(); ++i) key += ' ' + words[i];
    return key;
}

}  // namespace rapporteur
