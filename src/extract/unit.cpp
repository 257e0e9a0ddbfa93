#include "extract/unit.h"

#include <algorithm>
#include <array>

#include "extract/scan_doubt.h"
#include "support/text.h"

namespace rapporteur {
namespace {

const Pattern* first_pattern(const RuleTable* table) {
    return table == nullptr || table->entries.empty() ? nullptr : &table->entries.front().pattern;
}

/// What joins a clause or a list item to the next and is not its own: "; and", ", or", ";".
constexpr std::array<std::string_view, 8> joints{" and", " or", " et", " ou", " y", " o", ";", ","};

Range trimmed(std::string_view text, Range range) {
    while (range.end > range.begin && text[range.end - 1] == ' ') --range.end;
    while (range.end > range.begin && text[range.begin] == ' ') ++range.begin;
    return range;
}

bool ends_with_separator(std::string_view text) { return text.ends_with(';') || text.ends_with(','); }

/// The range without its joints at the end; a word goes only where a comma or semicolon stands before it.
Range without_joint(std::string_view text, Range range) {
    range = trimmed(text, range);
    for (const std::string_view joint : joints) {
        const std::string_view own = text.substr(range.begin, range.size());
        if (!own.ends_with(joint)) continue;
        const std::string_view rest = trim(own.substr(0, own.size() - joint.size()));
        if (joint.front() != ' ' || ends_with_separator(rest)) range.end -= joint.size();
        range = trimmed(text, range);
    }
    return range;
}

bool touches_damage(const Block& block, const Range& range) {
    return std::any_of(block.damaged.begin(), block.damaged.end(),
                       [&](const Range& bad) { return bad.overlaps(range); });
}

std::vector<Unit> clauses_of(const Document& document, std::size_t at, const ClausePatterns& patterns) {
    std::vector<Unit> units;
    const Block& block = document.blocks[at];
    const std::string_view text = document.text_of(block);
    std::vector<std::size_t> starts;
    for (const PatternMatch& match : patterns.start->find_all(text)) {
        if (!match.captures.empty()) starts.push_back(match.captures.front().range.begin);
    }
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
        const Range range = without_joint(text, {starts[i], end});
        Unit unit{at, {block.range.begin + range.begin, block.range.begin + range.end}};
        unit.first = starts[i] == 0;
        unit.clause = true;
        unit.preambular =
            patterns.preambular != nullptr && patterns.preambular->matches(text.substr(range.begin, range.size()));
        units.push_back(unit);
    }
    return units;
}

std::vector<Unit> sentences_of(const Document& document, std::size_t at, std::string_view language) {
    std::vector<Unit> units;
    const Block& block = document.blocks[at];
    const std::string_view text = document.text_of(block);
    for (const Range& sentence : sentences(text, language)) {
        const Range range =
            block.kind == BlockKind::list_item ? without_joint(text, sentence) : trimmed(text, sentence);
        if (range.empty()) continue;
        Unit unit{at, {block.range.begin + range.begin, block.range.begin + range.end}};
        unit.first = units.empty();
        units.push_back(unit);
    }
    return units;
}

}  // namespace

ClausePatterns clause_patterns(const RuleSet& rules, std::string_view language) {
    return {std::string(language), first_pattern(rules.table(language, "clause_start")),
            first_pattern(rules.table(language, "preambular_clause"))};
}

std::vector<Unit> units_of(const Document& document, std::size_t at, UnitForm form, const ClausePatterns& patterns) {
    const Block& block = document.blocks[at];
    std::vector<Unit> units;
    if (form != UnitForm::sentences && patterns.start != nullptr) units = clauses_of(document, at, patterns);
    if (units.empty()) units = sentences_of(document, at, patterns.language);
    if (form == UnitForm::whole && units.size() > 1 && !units.front().clause) {
        units.front().range.end = units.back().range.end;
        units.resize(1);
    }
    if (units.empty()) return units;
    units.front().cut = block.cut_before && units.front().first;
    units.back().cut = units.back().cut || block.cut_after;
    if (block.damaged.empty()) return units;
    const bool scanned = is_from_scan(document, block);
    std::erase_if(units, [&](const Unit& unit) {
        return scanned ? is_mostly_damaged(block, unit.range) : touches_damage(block, unit.range);
    });
    return units;
}

Range lead_in_of(const Document& document, std::size_t block, UnitForm form, const ClausePatterns& patterns) {
    const auto units = units_of(document, block, form, patterns);
    return units.empty() ? Range{} : units.back().range;
}

}  // namespace rapporteur
