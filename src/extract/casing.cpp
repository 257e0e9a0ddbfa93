#include "extract/casing.h"

#include "extract/abbreviation.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// "101ST" is no abbreviation, "UNGA" and "G20" are; so is "XIV".
bool looks_abbreviated(std::string_view word) {
    return is_all_capitals(word) && count_code_points(word) > 1 && !is_digit(decode_at(word, 0).value);
}

bool is_roman(std::string_view word) { return word.find_first_not_of("IVXLC") == std::string_view::npos; }

bool has_vowel(const std::string& folded) { return folded.find_first_of("aeiouy") != std::string::npos; }

std::string capitalised(std::string_view lower) {
    const CodePoint first = decode_at(lower, 0);
    return to_upper(lower.substr(0, first.bytes)) + std::string(lower.substr(first.bytes));
}

}  // namespace

Casing::Casing(const Document& document, const RuleSet& rules) {
    for (const Block& block : document.blocks) {
        const std::string_view text = document.text_of(block);
        if (block.kind == BlockKind::damaged || text.empty()) continue;
        for (std::string_view line : split(text, '\n')) {
            if (is_all_capitals(line)) continue;
            for (Range range : words(line)) {
                const std::string_view word = line.substr(range.begin, range.size());
                if (looks_abbreviated(word)) abbreviations_.insert(std::string(word));
            }
        }
    }
    for (const std::string& word : small_words_of(rules, document.language)) small_words_.insert(word);
}

std::string Casing::word(std::string_view printed, bool first) const {
    if (abbreviations_.contains(printed)) return std::string(printed);
    const std::string lower = to_lower(printed);
    if (is_digit(decode_at(printed, 0).value)) return lower;
    if (!first && small_words_.contains(lower)) return lower;
    if (is_roman(printed) || (!has_vowel(fold(printed)) && count_code_points(printed) > 1)) return std::string(printed);
    return capitalised(lower);
}

std::string Casing::name(std::string_view printed) const {
    if (!is_all_capitals(printed)) return std::string(printed);
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
