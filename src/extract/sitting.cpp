#include "extract/sitting.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double confidence_of_headings = 0.8;
constexpr std::size_t farthest_word = 60;  // bytes before a meeting's name that say when it is

}  // namespace

std::string Sittings::meeting_above(std::size_t block) {
    std::size_t section = outline_.blocks[block].section;
    for (; section != 0; section = outline_.sections[section].parent) {
        std::string id = meeting_of_section(section);
        if (!id.empty()) return id;
    }
    return {};
}

std::string Sittings::meeting_of_section(std::size_t section) {
    const auto known = known_.find(section);
    if (known != known_.end()) return known->second;
    std::string& id = known_[section];
    const Section& found = outline_.sections[section];
    if (!found.heading) return id;
    const std::string_view text = trim(document_.text_of(document_.blocks[*found.heading]));
    const RuleMatch match = words_.heading(text, "sitting");
    if (match.rule == nullptr || words_.heading(text, "title").rule != nullptr) return id;
    const std::string body = collapse_space(match.field(text, "body"));
    id = own_meeting(body);
    if (id.empty()) id = numbered_meeting(body, collapse_space(match.field(text, "name")));
    if (id.empty()) id = add(*found.heading, body, collapse_space(match.field(text, "name")));
    return id;
}

/// The document's own meeting where the body is its body or its series: a report of the body's session names its parts.
std::string Sittings::own_meeting(const std::string& body) const {
    const std::string wanted = fold(body);
    for (const Meeting& meeting : records_.meetings) {
        if (!meeting.principal) continue;
        const bool same =
            fold(meeting.body) == wanted || fold(meeting.series) == wanted || fold(meeting.short_name) == wanted;
        if (same) return meeting.id;
    }
    return {};
}

/// The one numbered meeting of the body that the text speaks of as being at hand; "the agenda of SBX 12" and "decided
/// at SBX 10" speak of others.
std::string Sittings::numbered_meeting(const std::string& body, const std::string& name) {
    Meeting* at_hand = nullptr;
    for (Meeting& meeting : records_.meetings) {
        if (meeting.ordinal.empty() || fold(meeting.body) != fold(body) || meeting.sources.empty()) continue;
        const std::size_t begin = meeting.sources.front().range.begin;
        const std::size_t from = begin > farthest_word ? begin - farthest_word : 0;
        if (words_.is(trim(document_.slice({from, begin})), "other-sitting")) continue;
        if (at_hand != nullptr) return {};
        at_hand = &meeting;
    }
    if (at_hand == nullptr) return {};
    at_hand->principal = true;
    at_hand->aliases.push_back(name);
    return at_hand->id;
}

std::string Sittings::add(std::size_t heading, const std::string& body, const std::string& name) {
    const Block& block = document_.blocks[heading];
    Meeting meeting;
    meeting.name = name;
    meeting.body = body;
    meeting.principal = true;
    meeting.rule = "agenda.sitting";
    meeting.confidence = confidence_of_headings;
    meeting.id = make_id({"meeting", document_.id(), meeting.name, std::to_string(block.range.begin)});
    meeting.sources = {sources_.source(block, block.range, {}, headings_above(document_, outline_, heading))};
    records_.meetings.push_back(std::move(meeting));
    return records_.meetings.back().id;
}

}  // namespace rapporteur
