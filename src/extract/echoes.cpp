#include "extract/echoes.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t run_length = 4;
constexpr std::size_t most_of_one_run = 6;  // texts remembered for one run of words: common phrases tell nothing
constexpr double least_share = 0.5;
constexpr std::size_t least_runs = 3;

std::vector<std::string> plain_words(std::string_view text) {
    const std::string folded = fold(text);
    std::vector<std::string> out;
    for (const Range& word : words(folded)) out.push_back(folded.substr(word.begin, word.size()));
    return out;
}

std::vector<std::string> runs_of(const std::vector<std::string>& all) {
    std::vector<std::string> runs;
    for (std::size_t i = 0; i + run_length <= all.size(); ++i) {
        runs.push_back(join(
            {all.begin() + static_cast<std::ptrdiff_t>(i), all.begin() + static_cast<std::ptrdiff_t>(i + run_length)},
            " "));
    }
    std::sort(runs.begin(), runs.end());
    runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
    return runs;
}

}  // namespace

Echoes find_echoes(const std::vector<std::string_view>& texts) {
    Echoes echoes;
    std::unordered_map<std::string, std::size_t> whole;
    std::unordered_map<std::string, std::vector<std::size_t>> by_run;
    std::vector<std::size_t> counts(texts.size());
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const auto all = plain_words(texts[at]);
        const auto [first, is_new] = whole.try_emplace(join(all, " "), at);
        if (!is_new) {
            echoes.repeats.emplace_back(first->second, at);
            continue;
        }
        const auto runs = runs_of(all);
        counts[at] = runs.size();
        std::map<std::size_t, std::size_t> shared;
        for (const std::string& run : runs) {
            auto& holders = by_run[run];
            for (const std::size_t holder : holders) ++shared[holder];
            if (holders.size() < most_of_one_run) holders.push_back(at);
        }
        for (const auto& [other, common] : shared) {
            const std::size_t shorter = std::min(counts[other], counts[at]);
            if (shorter < least_runs || static_cast<double>(common) < least_share * static_cast<double>(shorter))
                continue;
            echoes.related.emplace_back(other, at);
        }
    }
    return echoes;
}

}  // namespace rapporteur
