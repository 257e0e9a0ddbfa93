#include "assemble/word_match.h"

#include <algorithm>
#include <set>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t shortest_word = 4;  // bytes of a folded word that tells something
constexpr std::size_t stem_length = 5;
constexpr std::size_t least_words = 3;
constexpr double alike_from = 0.6;  // share of the stems of two titles that both have

}  // namespace

std::vector<std::string> word_stems(std::string_view text) {
    const std::string folded = fold(text);
    std::vector<std::string> stems;
    for (const Range& word : words(folded)) {
        std::string stem = folded.substr(word.begin, word.size());
        if (stem.size() < shortest_word) continue;
        if (stem.size() > shortest_word && stem.ends_with('s')) stem.pop_back();
        if (stem.size() > stem_length) stem.resize(stem_length);
        stems.push_back(std::move(stem));
    }
    return stems;
}

bool are_alike(std::string_view title, std::string_view other) {
    const std::vector<std::string> a = word_stems(title), b = word_stems(other);
    const std::set<std::string> own(a.begin(), a.end()), others(b.begin(), b.end());
    std::set<std::string> all = own;
    all.insert(others.begin(), others.end());
    const double both = static_cast<double>(own.size() + others.size() - all.size());
    return all.empty() || both >= alike_from * static_cast<double>(all.size());
}

TitleWords::TitleWords(const std::vector<std::string>& titles) {
    std::map<std::string, std::size_t> uses;
    std::vector<std::set<std::string>> all;
    for (const std::string& title : titles) {
        const std::vector<std::string> stems = word_stems(title);
        all.emplace_back(stems.begin(), stems.end());
        for (const std::string& stem : all.back()) ++uses[stem];
    }
    for (const std::set<std::string>& stems : all) {
        std::vector<std::string>& telling = telling_.emplace_back();
        for (const std::string& stem : stems)
            if (uses[stem] * 3 <= titles.size() || uses[stem] == 1) telling.push_back(stem);
    }
}

bool TitleWords::touches(std::size_t title, std::string_view text) const {
    const std::vector<std::string>& telling = telling_[title];
    if (telling.size() < least_words) return false;
    const std::vector<std::string> stems = word_stems(text);
    const std::set<std::string> held(stems.begin(), stems.end());
    const auto found = static_cast<std::size_t>(
        std::count_if(telling.begin(), telling.end(), [&](const std::string& stem) { return held.contains(stem); }));
    return found >= least_words && found * 2 >= telling.size();
}

}  // namespace rapporteur
