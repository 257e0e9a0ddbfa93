#include "extract/theme_marks.h"

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t nearest_headings = 1;  // those further above say little of one statement

std::string headings_of(const RecordHead& head) {
    if (head.sources.empty()) return {};
    const auto& path = head.sources.front().heading;
    const std::size_t skip = path.size() > nearest_headings ? path.size() - nearest_headings : 0;
    return join({path.begin() + static_cast<std::ptrdiff_t>(skip), path.end()}, " ; ");
}

}  // namespace

void mark_themes(Records& records, const Themes& themes, std::string_view language) {
    for (Recommendation& record : records.recommendations) {
        record.themes = themes.score(record.text, headings_of(record) + " ; " + record.lead_in, language);
    }
    for (Outcome& record : records.outcomes) {
        record.themes = themes.score(record.text, headings_of(record) + " ; " + record.lead_in, language);
    }
    for (Intervention& record : records.interventions) {
        record.themes = themes.score(record.text, headings_of(record), language);
    }
}

}  // namespace rapporteur
