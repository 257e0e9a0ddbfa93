#include "extract/deadline.h"

namespace rapporteur {
namespace {

constexpr std::size_t nearest = 6;  // bytes between the word of the deadline and its date, at most

}  // namespace

std::optional<PartialDate> deadline_in(const RuleSet& rules, std::string_view language, std::string_view text) {
    const RuleTable* table = rules.table(language, "deadline");
    if (table == nullptr || table->entries.empty()) return std::nullopt;
    const auto cues = table->entries.front().pattern.find_all(text);
    if (cues.empty()) return std::nullopt;
    const auto dates = rules.dates(language).dates(text);
    for (const PatternMatch& cue : cues) {
        for (const FoundDate& date : dates) {
            const bool follows = date.range.begin >= cue.range.end && date.range.begin - cue.range.end <= nearest;
            if (follows && date.has_year()) return date.last();
        }
    }
    return std::nullopt;
}

}  // namespace rapporteur
