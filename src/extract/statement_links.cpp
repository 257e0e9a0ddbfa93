#include "extract/statement_links.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_names_of_one_word = 64;  // names that begin alike and are told apart

std::vector<std::string> folded_words(std::string_view text) {
    const std::string folded = fold(text);
    std::vector<std::string> out;
    for (const Range& word : words(folded)) out.push_back(folded.substr(word.begin, word.size()));
    return out;
}

bool holds(const std::vector<std::string>& roles, std::string_view role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

/// True where the text tells of a meeting that was held.
bool reports(const std::vector<std::string>& roles) {
    return holds(roles, "report") || holds(roles, "decision") || holds(roles, "resolution");
}

std::size_t block_at(const Document& document, std::size_t byte) {
    const auto after = std::upper_bound(document.blocks.begin(), document.blocks.end(), byte,
                                        [](std::size_t at, const Block& block) { return at < block.range.begin; });
    return after == document.blocks.begin() ? 0 : static_cast<std::size_t>(after - document.blocks.begin()) - 1;
}

}  // namespace

StatementLinks::StatementLinks(const Document& document, const Outline& outline, const Records& records)
    : outline_(outline) {
    for (const Meeting& meeting : records.meetings) {
        const std::size_t place = ids_.size();
        ids_.push_back(meeting.id);
        if (meeting.principal && principal_.empty()) principal_ = meeting.id;
        add_name(meeting.name, place);
        add_name(meeting.short_name, place);
        for (const std::string& alias : meeting.aliases) add_name(alias, place);
    }
    for (auto& [word, names] : names_) {
        std::stable_sort(names.begin(), names.end(),
                         [](const Name& a, const Name& b) { return a.words.size() > b.words.size(); });
    }
    for (const AgendaItem& item : records.agenda_items) {
        for (const Source& source : item.sources) {
            const std::size_t block = block_at(document, source.range.begin);
            if (block < document.blocks.size() && document.blocks[block].kind == BlockKind::heading) {
                items_.try_emplace(block, item.id);
            }
        }
    }
}

void StatementLinks::add_name(std::string_view name, std::size_t meeting) {
    std::vector<std::string> all = folded_words(name);
    if (all.empty()) return;
    auto& names = names_[all.front()];
    if (names.size() < most_names_of_one_word) names.push_back({std::move(all), meeting});
}

std::string StatementLinks::meeting_in(std::string_view text) const {
    if (names_.empty()) return {};
    const auto all = folded_words(text);
    for (auto at = all.begin(); at != all.end(); ++at) {
        const auto found = names_.find(*at);
        if (found == names_.end()) continue;
        for (const Name& name : found->second) {
            const auto left = static_cast<std::size_t>(all.end() - at);
            if (name.words.size() <= left && std::equal(name.words.begin(), name.words.end(), at))
                return ids_[name.meeting];
        }
    }
    return {};
}

std::string StatementLinks::item_at(std::size_t block) const {
    for (std::size_t at = outline_.blocks[block].section; at != 0; at = outline_.sections[at].parent) {
        const auto found = items_.find(*outline_.sections[at].heading);
        if (found != items_.end()) return found->second;
    }
    return {};
}

void StatementLinks::link(const Moment& moment, Recommendation& found) const {
    found.agenda_item = item_at(moment.unit.block);
    found.meeting = meeting_in(join(found.addressees, " ; "));
    if (found.meeting.empty() && !reports(moment.roles)) {
        const Section& section = outline_.sections[outline_.blocks[moment.unit.block].section];
        found.meeting = meeting_in(section.title);
    }
    if (found.meeting.empty()) found.meeting = principal_;
}

void StatementLinks::link(const Moment& moment, Outcome& found) const {
    found.agenda_item = item_at(moment.unit.block);
    found.meeting = meeting_in(found.body);
    if (found.meeting.empty()) found.meeting = meeting_in(found.text);
    if (found.meeting.empty() && found.body.empty() && moment.refers_back) found.meeting = moment.mentioned;
    if (found.meeting.empty() && reports(moment.roles)) found.meeting = principal_;
}

void StatementLinks::link(const std::vector<std::string>& roles, std::size_t block, Intervention& found) const {
    found.agenda_item = item_at(block);
    if (reports(roles)) found.meeting = principal_;
}

void MentionWalk::take(std::size_t block, std::string_view text) {
    if (block != block_) mentioned_.clear();
    block_ = block;
    std::string found = links_.meeting_in(text);
    if (!found.empty()) mentioned_ = std::move(found);
}

}  // namespace rapporteur
