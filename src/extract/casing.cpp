#include "extract/casing.h"

#include <algorithm>

#include "extract/abbreviation.h"
#include "support/capital.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// "101ST" is no abbreviation, "UNGA" and "G20" are; so is "XIV".
bool looks_abbreviated(std::string_view word) {
    return is_all_capitals(word) && count_code_points(word) > 1 && !is_digit(decode_at(word, 0).value);
}

bool is_roman(std::string_view word) { return word.find_first_not_of("IVXLC") == std::string_view::npos; }

bool has_vowel(const std::string& folded) { return folded.find_first_of("aeiouy") != std::string::npos; }

}  // namespace

Casing::Casing(const Document& document, const RuleSet& rules) {
    titles_capitalised_ = document.language.empty() || document.language.starts_with("en");
    for (const std::string& word : small_words_of(rules, document.language)) small_words_.insert(word);
    for (const Block& block : document.blocks) {
        if (block.kind == BlockKind::damaged) continue;
        for (std::string_view line : split(document.text_of(block), '\n')) {
            if (!line.empty() && !is_all_capitals(line)) learn(line);
        }
    }
}

void Casing::learn(std::string_view line) {
    const std::vector<Range> all = words(line);
    const auto shouted = std::count_if(all.begin(), all.end(), [&](const Range& range) {
        return looks_abbreviated(line.substr(range.begin, range.size()));
    });
    if (2 * static_cast<std::size_t>(shouted) > all.size()) return;
    bool first = true;
    for (Range range : all) {
        const std::string_view printed = line.substr(range.begin, range.size());
        if (looks_abbreviated(printed)) {
            if (!small_words_.contains(to_lower(printed))) abbreviations_.insert(std::string(printed));
        } else if (!titles_capitalised_ && !first) {
            const bool capital = is_upper(decode_at(printed, 0).value);
            const auto [place, added] = capitalised_.emplace(to_lower(printed), capital);
            if (!added && !capital) place->second = false;
        }
        first = range.end < line.size() && line[range.end] == '.';
    }
}

std::string Casing::word(std::string_view printed, bool first) const {
    if (abbreviations_.contains(printed)) return std::string(printed);
    const std::string lower = to_lower(printed);
    if (is_digit(decode_at(printed, 0).value)) return lower;
    if (!first && small_words_.contains(lower)) return lower;
    if (is_roman(printed) || (!has_vowel(fold(printed)) && count_code_points(printed) > 1)) return std::string(printed);
    const auto known = capitalised_.find(lower);
    const bool capital = first || titles_capitalised_ || (known != capitalised_.end() && known->second);
    return capital ? capitalised(lower) : lower;
}

/// In capitals but for its small words.
bool Casing::is_shouted(std::string_view printed) const {
    if (is_all_capitals(printed)) return true;
    std::size_t loud = 0;
    for (Range range : words(printed)) {
        const std::string_view word = printed.substr(range.begin, range.size());
        if (small_words_.contains(word) || is_digit(decode_at(word, 0).value)) continue;
        if (!is_all_capitals(word)) return false;
        if (!abbreviations_.contains(word)) ++loud;
    }
    return loud > 1;
}

std::string Casing::name(std::string_view printed) const {
    if (!is_shouted(printed)) return std::string(printed);
    std::string name;
    std::size_t at = 0;
    bool first = true;
    for (Range range : words(printed)) {
        const std::string_view between = printed.substr(at, range.begin - at);
        if (between.find(':') != std::string_view::npos) first = true;
        name += between;
        name += word(printed.substr(range.begin, range.size()), first);
        at = range.end;
        first = false;
    }
    name += printed.substr(at);
    return name;
}

}  // namespace rapporteur
