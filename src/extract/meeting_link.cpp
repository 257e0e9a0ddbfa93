#include "extract/meeting_link.h"

#include <algorithm>

#include "extract/lookup.h"
#include "extract/match.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// A name and its date stand no further apart than this many bytes.
constexpr std::size_t farthest = 260;

/// In the rules' texts this stands for a name or date beside them.
const std::string mark = "…";

std::string marked(std::string_view text) { return mark + std::string(text); }

const MatchPlace anywhere{RuleKind::field, {}, BlockKind::paragraph};

/// Without the sentence's comma or full stop; that of "D.C." belongs to the place.
std::string without_comma(std::string_view place) {
    while (place.ends_with(',') || place.ends_with(' ')) place.remove_suffix(1);
    const bool initial = place.size() > 2 && place[place.size() - 3] == '.';
    if (place.ends_with('.') && !initial) place.remove_suffix(1);
    return collapse_space(place);
}

}  // namespace

MeetingLinks::MeetingLinks(const RuleSet& rules, std::string_view language, DateContext context)
    : group_(group_or_default(rules, language, "meeting_link")), reader_(&rules.dates(language)), context_(context) {}

const Rule* MeetingLinks::rule(std::string_view id) const {
    for (std::size_t i = 0; group_ && i < group_->rules.size(); ++i) {
        if (local_id(group_->rules[i]) == id) return &group_->rules[i];
    }
    return nullptr;
}

std::string MeetingLinks::field(std::string_view id, std::string_view text, std::string_view name) const {
    const Rule* found = rule(id);
    RuleMatch match;
    MatchPlace place = anywhere;
    if (found) place.kind = found->kind;
    if (!found || !matches(*found, text, place, &match)) return {};
    return collapse_space(match.field(text, name));
}

bool MeetingLinks::take_after(MeetingMention& mention, std::string_view sentence, Range name,
                              const FoundDate& date) const {
    const std::string between = marked(sentence.substr(name.end, date.range.begin - name.end)) + mark;
    for (std::string_view id : {"meeting-link.after", "meeting-link.after-place"}) {
        const Rule* link = rule(id);
        RuleMatch match;
        if (!link || !matches(*link, between, anywhere, &match)) continue;
        if (mention.place.empty()) mention.place = without_comma(match.field(between, "place"));
        return true;
    }
    return false;
}

bool MeetingLinks::take_before(std::string_view sentence, Range name, const FoundDate& date) const {
    const Rule* link = rule("meeting-link.before");
    return link &&
           matches(*link, marked(sentence.substr(date.range.end, name.begin - date.range.end)) + mark, anywhere);
}

std::string MeetingLinks::place_at(std::string_view sentence, std::size_t from) const {
    return without_comma(field("meeting-link.where", marked(sentence.substr(from, farthest)), "place"));
}

std::string MeetingLinks::place_beside(std::string_view text, Range date) const {
    std::string place = place_at(text, date.end);
    if (!place.empty()) return place;
    const std::string before(trim(text.substr(0, date.begin)));
    if (before.empty()) return {};
    return without_comma(field("meeting-link.after-place", marked(", " + before + " ") + mark, "place"));
}

void MeetingLinks::settle(MeetingMention& mention, std::string_view sentence, Range name,
                          const std::vector<FoundDate>& dates) const {
    std::size_t last = name.end;
    const std::size_t from = name.begin > farthest ? name.begin - farthest : 0;
    auto first = std::lower_bound(dates.begin(), dates.end(), from,
                                  [](const FoundDate& date, std::size_t at) { return date.range.begin < at; });
    for (; first != dates.end() && first->range.begin <= name.end + farthest; ++first) {
        const FoundDate& date = *first;
        const bool after = date.range.begin >= name.end;
        if (!date.has_year() || (!after && date.range.end > name.begin)) continue;
        if (!(after ? take_after(mention, sentence, name, date) : take_before(sentence, name, date))) continue;
        mention.start = date.start;
        mention.end = date.end;
        if (!date.end && date.start.day != 0) mention.end = date.start;
        last = std::max(last, date.range.end);
        if (after) break;
    }
    if (mention.place.empty()) mention.place = place_at(sentence, last);
    if (mention.place.empty() && last != name.end) mention.place = place_at(sentence, name.end);
}

}  // namespace rapporteur
