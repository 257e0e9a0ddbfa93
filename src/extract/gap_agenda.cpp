#include "extract/gap_agenda.h"

#include <algorithm>
#include <map>
#include <set>

#include "support/text.h"

namespace rapporteur {
namespace {

/// The words of a title, what stands in brackets left out.
std::set<std::string> title_words(std::string_view title) {
    std::string plain;
    int depth = 0;
    for (char c : title) {
        depth += c == '(' ? 1 : 0;
        if (depth == 0) plain += c;
        depth -= c == ')' && depth > 0 ? 1 : 0;
    }
    std::set<std::string> all;
    for (Range range : words(plain)) all.insert(fold(std::string_view(plain).substr(range.begin, range.size())));
    return all;
}

/// Two wordings of one title share most words but not all; "Opening" and "Opening and introductory remarks" are just
/// two headings.
bool reworded(std::string_view a, std::string_view b) {
    const std::set<std::string> left = title_words(a);
    const std::set<std::string> right = title_words(b);
    if (left == right) return false;
    const auto shared = static_cast<std::size_t>(
        std::count_if(left.begin(), left.end(), [&](const std::string& word) { return right.contains(word); }));
    return 3 * shared >= left.size() + right.size();
}

void titles_in_two_ways(const Records& records, GapMaker& gaps) {
    for (const AgendaItem& item : records.agenda_items) {
        for (std::size_t i = 0; i < item.aliases.size() && !item.sources.empty(); ++i) {
            if (!reworded(item.title, item.aliases[i])) continue;
            std::vector<Source> sources{item.sources.front()};
            if (i < item.repeats.size()) sources.push_back(item.repeats[i]);
            const std::string text = item.title + " / " + item.aliases[i];
            gaps.add(GapCode::title_conflict, text, item.number, std::move(sources)).meeting = item.meeting;
        }
    }
}

bool has_programme(const AgendaItem& item) { return !item.people.empty() || !item.talks.empty(); }

bool may_have_programme(const AgendaItem& item) {
    return item.parent.empty() && !item.side_event && !item.number.empty() && !item.sources.empty();
}

/// Only where most items of the same agenda have a programme does one without lack it.
void items_without_programme(const Records& records, GapMaker& gaps) {
    struct Count {
        std::size_t all = 0, with = 0;
    };
    std::map<std::string, Count> counts;
    for (const AgendaItem& item : records.agenda_items) {
        if (!may_have_programme(item)) continue;
        ++counts[item.meeting].all;
        counts[item.meeting].with += has_programme(item) ? 1 : 0;
    }
    for (const AgendaItem& item : records.agenda_items) {
        if (!may_have_programme(item) || has_programme(item)) continue;
        const Count& count = counts[item.meeting];
        if (count.with < 2 || 2 * count.with < count.all) continue;
        gaps.add(GapCode::item_without_programme, item.title, item.number, {item.sources.front()}).meeting =
            item.meeting;
    }
}

}  // namespace

void find_agenda_gaps(const Records& records, GapMaker& gaps) {
    titles_in_two_ways(records, gaps);
    items_without_programme(records, gaps);
}

}  // namespace rapporteur
