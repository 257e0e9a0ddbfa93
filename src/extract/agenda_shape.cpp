#include "extract/agenda_shape.h"

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int fewest_items = 2;
constexpr int fewest_plain_items = 3;
constexpr int most_inside = 5;  // numbered lines that are a list inside a programme of times

struct Counts {
    int numbered = 0, timed = 0, only_timed = 0, headings = 0, bullets = 0, plain = 0;
};

std::string_view first_line(const Document& document, const AgendaEntry& entry) {
    return entry.lines.empty() ? std::string_view{} : document.slice(entry.lines.front());
}

Counts count(const Document& document, const std::vector<AgendaEntry>& entries, const AgendaWords& words) {
    Counts counts;
    bool governed = false;  // a line that ends in a colon introduces what follows
    for (const AgendaEntry& entry : entries) {
        const std::string_view line = trim(first_line(document, entry));
        const bool unlabelled = entry.number.empty() && !entry.bullet && !entry.goes_on;
        if (unlabelled && !entry.row) governed = line.ends_with(':');
        if (governed && !entry.heading) continue;
        if (const auto setting = words.setting(line, {})) {
            counts.timed += setting->is_slot() && !entry.row ? 1 : 0;
            continue;
        }
        if (!words.can_be_title(line)) continue;
        const bool timed = !entry.start.empty() || !words.clean(line).start.empty();
        counts.timed += timed ? 1 : 0;
        counts.only_timed += timed && entry.number.empty() ? 1 : 0;
        if (!entry.number.empty()) {
            ++counts.numbered;
        } else if (entry.heading) {
            ++counts.headings;
        } else if (entry.bullet && entry.level <= 1) {
            ++counts.bullets;
        } else if (!entry.goes_on) {
            ++counts.plain;
        }
    }
    return counts;
}

}  // namespace

AgendaShape shape_of(const Document& document, const std::vector<AgendaEntry>& entries, const AgendaWords& words) {
    const Counts counts = count(document, entries, words);
    // A few numbered lines among many with times only are lists inside a programme.
    const bool inside = counts.only_timed > 2 * counts.numbered && counts.numbered <= most_inside;
    if (counts.numbered >= fewest_items && !inside) return AgendaShape::numbered;
    if (counts.timed >= fewest_items) return AgendaShape::timed;
    if (counts.bullets >= fewest_items || counts.headings >= fewest_items) return AgendaShape::listed;
    if (counts.bullets + counts.headings > 0) return AgendaShape::listed;
    return counts.plain >= fewest_plain_items ? AgendaShape::plain : AgendaShape::numbered;
}

bool has_nested_items(const Document& document, const std::vector<AgendaEntry>& entries, const AgendaWords& words) {
    int nested = 0, titles = 0;
    for (const AgendaEntry& entry : entries) {
        if (!entry.bullet || entry.level < 2) continue;
        ++nested;
        const std::string_view line = trim(first_line(document, entry));
        if (words.can_be_title(line) && !line.ends_with('.')) ++titles;
    }
    return nested > 0 && titles == nested;
}

}  // namespace rapporteur
