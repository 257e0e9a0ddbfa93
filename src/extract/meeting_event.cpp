#include "extract/meeting_event.h"

#include <algorithm>

#include "extract/match.h"
#include "support/text.h"

namespace rapporteur {
namespace {

std::string heading_name(std::string_view text) {
    text = trim(text);
    while (text.ends_with(':') || text.ends_with('.')) text.remove_suffix(1);
    return collapse_space(text);
}

/// "event on “Rivers as Roads”" without its theme: "River Institute event".
std::string without_theme(const std::string& name, const std::string& theme) {
    const std::size_t at = name.find(theme);
    if (theme.empty() || at == std::string::npos) return {};
    std::string rest = name.substr(0, at);
    while (!rest.empty() && !is_alpha(decode_before(rest, rest.size()).value)) rest.pop_back();
    return rest.ends_with(" on") ? rest.substr(0, rest.size() - 3) : rest;
}

void rename(MeetingMention& mention, const std::string& name, const std::string& theme) {
    mention.aliases.push_back(mention.surface);
    if (!theme.empty()) mention.aliases.push_back(theme);
    const std::string shorter = without_theme(name, theme);
    if (!shorter.empty()) mention.aliases.push_back(shorter);
    mention.name = mention.surface = name;
    mention.needs_date = false;
    mention.heading = true;
}

}  // namespace

void name_by_headings(const Outline& outline, const MeetingLinks& links, std::vector<MeetingMention>& mentions) {
    const Rule* rule = links.rule("meeting-link.event-heading");
    if (!rule) return;
    for (const Section& section : outline.sections) {
        if (!section.heading || section.last - section.first > 12) continue;
        RuleMatch match;
        if (!matches(*rule, section.title, {RuleKind::heading, {}, BlockKind::heading}, &match)) continue;
        const auto vague = std::find_if(mentions.begin(), mentions.end(), [&](const MeetingMention& mention) {
            return mention.needs_date && section.first < mention.block && mention.block < section.last;
        });
        if (vague == mentions.end()) continue;
        rename(*vague, heading_name(section.title), std::string(match.field(section.title, "theme")));
    }
}

}  // namespace rapporteur
