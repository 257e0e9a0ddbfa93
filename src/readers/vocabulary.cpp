#include "readers/vocabulary.h"

#include <algorithm>
#include <array>

#include "support/text.h"

namespace rapporteur {
namespace {

// Parts of words that usually keep their hyphen.
constexpr std::array<std::string_view, 22> prefixes{"non",  "self", "ex",   "high", "low",   "long",    "short", "well",
                                                    "post", "pre",  "co",   "anti", "multi", "inter",   "cross", "semi",
                                                    "mid",  "vice", "full", "half", "sub",   "decision"};

}  // namespace

Vocabulary::Vocabulary(const Drafts& drafts, const Drafts& more) {
    for (const Drafts* part : {&drafts, &more}) {
        for (const Draft& draft : *part) {
            if (draft.block.kind != BlockKind::damaged) add(draft.text);
        }
    }
    sorted_.reserve(counts_.size());
    for (const auto& [word, count] : counts_) sorted_.push_back(word);
    std::sort(sorted_.begin(), sorted_.end());
}

void Vocabulary::add(std::string_view text) {
    const std::string low = to_lower(text);
    for (const Range& range : words(low)) {
        const std::string_view word = std::string_view(low).substr(range.begin, range.size());
        const auto found = counts_.find(word);
        if (found != counts_.end())
            ++found->second;
        else
            counts_.emplace(word, 1);
    }
}

std::size_t Vocabulary::count(std::string_view word) const {
    const auto found = counts_.find(to_lower(word));
    return found == counts_.end() ? 0 : found->second;
}

bool Vocabulary::is_cut(std::string_view word) const {
    const std::string low = to_lower(word);
    if (low.size() < 3 || count(low) > 1) return false;
    auto next = std::upper_bound(sorted_.begin(), sorted_.end(), std::string_view(low));
    for (; next != sorted_.end() && next->starts_with(low); ++next) {
        if (*next != low + "s" && (*next)[low.size()] != '-' && (*next)[low.size()] != '\'') return true;
    }
    return false;
}

Hyphen Vocabulary::across_hyphen(std::string_view first, std::string_view second) const {
    const std::string start(first);
    if (count(start + std::string(second)) > 0) return Hyphen::of_the_break;
    if (count(start + "-" + std::string(second)) > 0) return Hyphen::of_the_word;
    return Hyphen::unknown;
}

bool Vocabulary::keeps_hyphen(std::string_view first, std::string_view second) const {
    const Hyphen hyphen = across_hyphen(first, second);
    if (hyphen != Hyphen::unknown) return hyphen == Hyphen::of_the_word;
    if (!second.empty() && !is_lower(decode_at(second, 0).value)) return true;
    const std::string low = to_lower(first);
    if (std::find(prefixes.begin(), prefixes.end(), low) != prefixes.end()) return true;
    return count(first) > 1 && count(second) > 1;
}

}  // namespace rapporteur
