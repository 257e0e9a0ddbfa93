#include "assemble/running_words.h"

#include <vector>

#include "store/comparable.h"
#include "support/capital.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// "non-Annex" is two.
std::vector<Range> words_apart_at_hyphens(std::string_view text) {
    std::vector<Range> out;
    for (const Range& word : words(text)) {
        std::size_t begin = word.begin;
        for (std::size_t at = begin; at <= word.end; ++at) {
            if (at < word.end && text[at] != '-') continue;
            if (at > begin) out.push_back({begin, at});
            begin = at + 1;
        }
    }
    return out;
}

bool is_numeral(std::string_view lower) {
    return lower.find_first_not_of("ivxlc") == std::string_view::npos && ordinal_of(lower) > 0;
}

}  // namespace

void RunningWords::learn(const Document& document) {
    if (uses_.empty()) return;
    for (const Block& block : document.blocks)
        if (block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item) learn(document.text_of(block));
}

void RunningWords::need(std::string_view title) {
    if (!is_all_capitals(title)) return;
    for (const Range& word : words_apart_at_hyphens(title))
        uses_.try_emplace(to_lower(title.substr(word.begin, word.size())));
}

/// The first word of a sentence has its capital from there; nothing is learnt from it.
void RunningWords::learn(std::string_view text) {
    if (is_all_capitals(text)) return;
    bool first = true;
    for (const Range& range : words_apart_at_hyphens(text)) {
        const std::string_view printed = text.substr(range.begin, range.size());
        const auto found = uses_.find(to_lower(printed));
        if (found != uses_.end() && !first) {
            const bool capital = is_upper(decode_at(printed, 0).value);
            const bool loud = capital && is_all_capitals(printed) && count_code_points(printed) > 1;
            ++(loud ? found->second.loud : capital ? found->second.capital : found->second.small);
        }
        first = range.end < text.size() && std::string_view(".:;?!").find(text[range.end]) != std::string_view::npos;
    }
}

std::string RunningWords::word(std::string_view printed) const {
    const std::string lower = to_lower(printed);
    if (is_numeral(lower)) return std::string(printed);
    const auto found = uses_.find(lower);
    const Use use = found == uses_.end() ? Use{} : found->second;
    if (use.loud > use.capital + use.small) return std::string(printed);
    if (use.small + use.capital == 0) return is_function_word(lower) ? lower : capitalised(lower);
    return use.capital > use.small ? capitalised(lower) : lower;
}

std::string RunningWords::title(std::string_view printed) const {
    if (!is_all_capitals(printed)) return std::string(printed);
    std::string out;
    std::size_t at = 0;
    for (const Range& range : words_apart_at_hyphens(printed)) {
        out += printed.substr(at, range.begin - at);
        const std::string word = this->word(printed.substr(range.begin, range.size()));
        out += at == 0 ? capitalised(word) : word;
        at = range.end;
    }
    return out + std::string(printed.substr(at));
}

}  // namespace rapporteur
