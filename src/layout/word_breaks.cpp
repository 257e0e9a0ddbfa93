#include <algorithm>

#include "layout/atom.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Characters inside which UAX #14 breaks no word: Latin letters, digits, and most marks of their prose.
bool never_breaks(char32_t c) {
    if (c < 0x80) return c > ' ' && c != '-' && c != '/' && c != '|' && c != '?' && c != '!' && c != '}';
    return (c >= 0xC0 && c < 0x250) || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0xA0;
}

bool is_plain(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = decode_at(word, at);
        if (!never_breaks(c.value)) return false;
        at += c.bytes;
    }
    return true;
}

}  // namespace

const std::vector<std::size_t>& WordBreaks::of(std::string_view word) {
    static const std::vector<std::size_t> kNone;
    if (is_plain(word)) return kNone;
    if (const auto found = known_.find(word); found != known_.end()) return found->second;
    std::vector<std::size_t> breaks = breaker_.opportunities(word);
    // A mark (U+FFFC stands for it) keeps its words; symbols are broken after a slash only where nothing else fits.
    std::erase_if(breaks,
                  [&](std::size_t at) { return word[at - 1] == '/' || word.substr(0, at).ends_with("\uFFFC"); });
    return known_.emplace(std::string(word), std::move(breaks)).first->second;
}

}  // namespace rapporteur
