#include "extract/symbols.h"

#include <algorithm>

#include "extract/match.h"
#include "support/text.h"

namespace rapporteur {
namespace {

const MatchPlace symbol_place{RuleKind::cue, {"symbol"}, BlockKind::paragraph};

/// A full stop at a sentence's end belongs to the sentence.
Range without_final_stop(std::string_view text, Range range) {
    while (!range.empty() && (text[range.end - 1] == '.' || text[range.end - 1] == '-')) --range.end;
    return range;
}

Range range_of(const PatternMatch& match, std::string_view name) {
    for (const Capture& capture : match.captures) {
        if (capture.name == name) return capture.range;
    }
    return {};
}

std::string text_of(std::string_view text, const Range& range) {
    return range.empty() ? std::string{} : std::string(text.substr(range.begin, range.size()));
}

/// "resolution 53/199" of "General Assembly resolutions 53/199 and 61/185", and the same with the body as a title.
FoundSymbol decision_of(std::string_view text, const Rule& rule, const PatternMatch& match) {
    const Range word = range_of(match, "word"), number = range_of(match, "number");
    FoundSymbol found;
    found.rule = &rule;
    const bool further = RuleMatch{&rule, match.range, match.captures}.field(text, "further") == "yes";
    found.range = {further ? number.begin : word.begin, number.end};
    found.symbol = text_of(text, word) + text_of(text, range_of(match, "no")) + " " + text_of(text, number);
    found.title = text_of(text, range_of(match, "body")) + found.symbol;
    return found;
}

FoundSymbol symbol_of(std::string_view text, const Rule& rule, const PatternMatch& match) {
    if (!range_of(match, "word").empty()) return decision_of(text, rule, match);
    FoundSymbol found;
    found.rule = &rule;
    const Range stem = range_of(match, "stem");
    found.range = stem.empty() ? without_final_stop(text, range_of(match, "symbol")) : range_of(match, "number");
    found.symbol = text_of(text, stem) + text_of(text, found.range);
    return found;
}

/// All matches, each search going on where the last symbol ended, so that what parts two symbols may serve both.
void add_matches(const RuleGroup* papers, std::string_view text, const Rule& rule, std::vector<FoundSymbol>& all) {
    std::size_t from = 0;
    while (const auto match = rule.pattern.find(text, from)) {
        FoundSymbol found = symbol_of(text, rule, *match);
        from = std::max(found.range.end, match->range.begin + 1);
        const MatchPlace veto{RuleKind::field, {"no-symbol"}, BlockKind::paragraph};
        if (!found.range.empty() && best_match(papers, found.symbol, veto).rule == nullptr) {
            all.push_back(std::move(found));
        }
    }
}

}  // namespace

std::vector<FoundSymbol> find_symbols(const RuleGroup* papers, std::string_view text) {
    std::vector<FoundSymbol> all;
    for (const RuleMatch& match : match_rules(papers, text, symbol_place)) add_matches(papers, text, *match.rule, all);
    std::stable_sort(all.begin(), all.end(),
                     [](const FoundSymbol& a, const FoundSymbol& b) { return a.range.begin < b.range.begin; });
    std::vector<FoundSymbol> apart;
    for (FoundSymbol& found : all) {
        if (apart.empty() || !apart.back().range.overlaps(found.range)) {
            apart.push_back(std::move(found));
        } else if (apart.back().rule->priority < found.rule->priority) {
            apart.back() = std::move(found);
        }
    }
    return apart;
}

std::string symbol_key(std::string_view symbol) {
    std::string key;
    const std::string folded = fold(symbol);
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (folded.compare(i, 5, " no. ") == 0) i += 4;
        if (folded[i] != ' ') key += folded[i];
    }
    return key;
}

std::string letters_and_figures(std::string_view symbol) {
    std::string key;
    for (const char c : fold(symbol)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
    }
    return key;
}

std::string superseded_symbol(std::string_view symbol) {
    for (const std::string_view mark : {"/Rev.", "/Corr."}) {
        if (const std::size_t at = symbol.rfind(mark); at != std::string_view::npos && at > 0) {
            return std::string(symbol.substr(0, at));
        }
    }
    return {};
}

}  // namespace rapporteur
