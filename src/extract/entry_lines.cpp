#include "extract/entry_lines.h"

#include "support/text.h"

namespace rapporteur {
namespace {

/// "Session 1: Monday 3 May, 10:00–13:00" is no item's title.
bool sets_day(const AgendaWords& words, std::string_view line) {
    const auto setting = words.setting(line, {});
    return setting && setting->sets_day();
}

}  // namespace

Range range_in(const Document& document, std::string_view inside) {
    const auto begin = static_cast<std::size_t>(inside.data() - document.text.data());
    return {begin, begin + inside.size()};
}

std::vector<Range> lines_in(const Document& document, const Range& range, const AgendaWords& words) {
    std::vector<Range> lines;
    for (std::string_view line : split(document.slice(range), '\n')) {
        line = trim(line);
        while (!line.empty()) {
            const std::string_view first = words.up_to_role(line);
            lines.push_back(range_in(document, first));
            line = trim(line.substr(first.size()));
        }
    }
    return lines;
}

void split_number(const Document& document, const AgendaWords& words, AgendaEntry& entry) {
    if (!entry.number.empty() || entry.lines.empty()) return;
    const std::string_view line = document.slice(entry.lines.front());
    const auto found = words.numbered(line);
    if (!found || sets_day(words, line)) return;
    entry.number = found->number;
    entry.lines.front() = range_in(document, found->title);
}

}  // namespace rapporteur
