#include "extract/deadline.h"

namespace rapporteur {
namespace {

constexpr std::size_t nearest = 6;  // bytes between the word of the deadline and its date, at most

/// The last month of the quarter of a year that the text names, by the language's table "quarters", and where it
/// stands.
std::optional<FoundDate> quarter_in(const RuleSet& rules, std::string_view language, std::string_view text) {
    const RuleTable* quarters = rules.table(language, "quarters");
    for (std::size_t i = 0; quarters != nullptr && i < quarters->entries.size(); ++i) {
        const TableEntry& quarter = quarters->entries[i];
        const auto match = quarter.pattern.find(text);
        if (!match || match->captures.empty()) continue;
        const Range& year = match->captures.front().range;
        const auto date = parse_iso_date(std::string(text.substr(year.begin, year.size())) + "-" + quarter.key);
        if (date) return FoundDate{match->range, *date, {}};
    }
    return std::nullopt;
}

}  // namespace

std::optional<PartialDate> due_date_in(const RuleSet& rules, std::string_view language, std::string_view text) {
    if (const auto quarter = quarter_in(rules, language, text)) return quarter->last();
    for (const FoundDate& date : rules.dates(language).dates(text)) {
        if (date.has_year()) return date.last();
    }
    return std::nullopt;
}

std::optional<PartialDate> deadline_in(const RuleSet& rules, std::string_view language, std::string_view text) {
    const RuleTable* table = rules.table(language, "deadline");
    if (table == nullptr || table->entries.empty()) return std::nullopt;
    const auto cues = table->entries.front().pattern.find_all(text);
    if (cues.empty()) return std::nullopt;
    auto dates = rules.dates(language).dates(text);
    if (auto quarter = quarter_in(rules, language, text)) dates.insert(dates.begin(), std::move(*quarter));
    for (const PatternMatch& cue : cues) {
        for (const FoundDate& date : dates) {
            const bool follows = date.range.begin >= cue.range.end && date.range.begin - cue.range.end <= nearest;
            if (follows && date.has_year()) return date.last();
        }
    }
    return std::nullopt;
}

}  // namespace rapporteur
