#include "extract/item_lines.h"

#include <algorithm>

#include "extract/symbols.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_child = 200;  // bytes of an unnumbered line that is a sub-item
constexpr double least_indent = 4;          // points

Talk talk_of(std::string_view title, std::vector<FoundPerson> speakers) {
    Talk talk{collapse_space(title), {}};
    for (FoundPerson& found : speakers) talk.speakers.push_back(std::move(found.person));
    return talk;
}

}  // namespace

void ItemLines::start(ItemDraft& draft, const Range& line, const AgendaEntry& entry) {
    CleanTitle clean = tools_.words.clean(tools_.slice(line));
    timed_ = clean.timed || !entry.start.empty();
    for (const FoundPerson& found : tools_.people.names(clean.people, true)) draft.item.people.push_back(found.person);
    if (const auto leaders = tools_.people.people(clean.leader)) {
        for (const FoundPerson& found : leaders->people) draft.item.people.push_back(found.person);
    }
    const auto talk = clean.timed ? tools_.people.timed_talk(clean.title) : tools_.people.talk(clean.title);
    if (talk && tools_.words.can_be_title(talk->title)) {
        for (const FoundPerson& found : talk->speakers.people) draft.item.people.push_back(found.person);
        const CleanTitle again = tools_.words.clean(talk->title);
        timed_ = timed_ || again.timed;
        clean.title = again.title;
        if (clean.start.empty()) clean.start = again.start, clean.end = again.end;
        if (clean.purpose.empty()) clean.purpose = again.purpose;
    }
    // "Invited speaker: A" is all that a programme may say of an item.
    if (const auto named = tools_.people.people(clean.title); named && named->role_printed) {
        for (const FoundPerson& found : named->people) draft.item.people.push_back(found.person);
    }
    draft.item.number = entry.number;
    if (entry.number.empty()) {
        if (const auto numbered = tools_.words.numbered(clean.title)) {
            draft.item.number = numbered->number;
            clean.title = numbered->title;
        }
    }
    draft.continued = collapse_space(tools_.words.continued(clean.title));
    draft.item.title = collapse_space(clean.title);
    draft.range = tools_.range_of(clean.title);
    draft.item.purpose = entry.purpose.empty() ? clean.purpose : tools_.words.purpose(entry.purpose);
    draft.item.start = entry.start.empty() ? clean.start : entry.start;
    draft.item.end = entry.start.empty() ? clean.end : entry.end;
    add_symbols(draft, line);
}

void ItemLines::add_symbols(ItemDraft& draft, const Range& range) const {
    for (FoundSymbol& found : find_symbols(tools_.papers, tools_.slice(range))) {
        draft.symbols.push_back(std::move(found.symbol));
    }
}

void ItemLines::take(ItemDraft& draft, const AgendaEntry& entry, std::size_t line) {
    joins_ = false;
    for (; line < entry.lines.size(); ++line) take_line(draft, entry, entry.lines[line]);
    joins_ = false;
    for (const Range& range : entry.people) {
        if (const auto found = tools_.people.people(tools_.slice(range))) add_people(draft, found->people);
    }
    for (const Range& range : entry.papers) add_symbols(draft, range);
}

/// People, a talk, papers, or a title whose speaker is in the next line.
void ItemLines::take_line(ItemDraft& draft, const AgendaEntry& entry, const Range& range) {
    const std::string_view text = tools_.words.without_room(tools_.slice(range));
    if (tools_.words.is(text, "asides")) {
        asides_ = true;
        talk_title_ = {};
        return;
    }
    asides_ = asides_ && entry.bullet && !tools_.people.people(text);
    if (asides_) return;
    if (const auto role = tools_.people.role_alone(text)) {
        role_ = role;
    } else if (tools_.words.is(text, "papers") || is_symbol(text) || names_paper(text)) {
        add_symbols(draft, range);
    } else if (take_timed_talk(draft, text)) {
        joins_ = false;
    } else if (!take_people(draft, text) && !take_talk(draft, entry, text) && tools_.words.can_be_title(text)) {
        talk_title_ = joins_ ? Range{talk_title_.begin, range.end} : range;
        joins_ = true;
        const bool own = shape_ != AgendaShape::listed && range.size() <= longest_child;
        if (own && (entry.bullet || is_indented(draft, entry.block))) children_.emplace_back(entry.block, range);
    }
}

/// True where a symbol is all of a line, with or without brackets and stops.
bool ItemLines::is_symbol(std::string_view text) const {
    const auto found = find_symbols(tools_.papers, text);
    return found.size() == 1 && found.front().title.empty() && found.front().symbol.size() + 4 >= text.size();
}

/// "X/12/3 – Report on the ports", "Report on the ports X/12/3": a paper with its title.
bool ItemLines::names_paper(std::string_view text) const {
    const auto found = find_symbols(tools_.papers, text);
    if (found.empty()) return false;
    // "Follow-up to resolution 58/208" is an item's title, not a paper.
    const bool behind_title = found.back().range.end == text.size() && found.back().title.empty();
    if (behind_title && text.size() <= longest_child) return true;
    if (found.front().range.begin > 0) return false;
    const std::string_view behind = trim(text.substr(found.front().range.end));
    return behind.starts_with("-") || behind.starts_with("–") || behind.starts_with("—") || behind.starts_with(":");
}

/// "Ports in winter, Lea Tanaka (15 min)": what has a time of its own below an item is a talk, though only a comma
/// parts title and speaker.
bool ItemLines::take_timed_talk(ItemDraft& draft, std::string_view text) {
    const CleanTitle clean = tools_.words.clean(text);
    if (!clean.timed) return false;
    auto found = tools_.people.timed_talk(clean.title);
    if (!found) return false;
    draft.item.talks.push_back(talk_of(tools_.people.without_prefix(found->title), std::move(found->speakers.people)));
    return true;
}

/// On a page: begins further right than the label of the item above, and is no running text across the page.
bool ItemLines::is_indented(const ItemDraft& draft, std::size_t block) const {
    const Block& below = tools_.document.blocks[block];
    const Block& above = tools_.document.blocks[draft.block];
    if (below.kind != BlockKind::paragraph || below.lines.size() != 1 || above.lines.empty()) return false;
    return below.page == above.page && below.lines.front().box.x0 >= above.lines.front().box.x0 + least_indent;
}

bool ItemLines::take_people(ItemDraft& draft, std::string_view text) {
    const auto found = tools_.people.people(text);
    if (!found) return false;
    const bool expected = !talk_title_.empty() || role_.has_value() || timed_;
    const PersonSurety least = expected ? PersonSurety::bare : PersonSurety::sure;
    if (!found->role_printed && found->surety() < least) return false;
    if (!found->role_printed && tools_.people.speaker_and_talk(text)) return false;
    if (found->role_printed && found->people.empty() && tools_.people.talk(text)) return false;
    add_people(draft, found->people);
    return true;
}

void ItemLines::add_people(ItemDraft& draft, std::vector<FoundPerson> people) {
    joins_ = false;
    const bool speakers = std::all_of(people.begin(), people.end(), [](const FoundPerson& found) {
        return found.person.role == PersonRole::speaker;
    });
    if (!talk_title_.empty() && speakers && !people.empty()) {
        const std::string_view title = tools_.people.without_prefix(tools_.slice(talk_title_));
        draft.item.talks.push_back(talk_of(title, std::move(people)));
        talk_title_ = {};
        children_.clear();
        return;
    }
    for (FoundPerson& found : people) {
        if (role_ && found.person.role == PersonRole::speaker) found.person.role = *role_;
        draft.item.people.push_back(std::move(found.person));
    }
}

std::optional<TalkLine> ItemLines::talk_in(std::string_view line) const {
    auto found = tools_.people.speaker_and_talk(line);
    return found ? found : tools_.people.talk(tools_.words.clean(line).title);
}

bool ItemLines::take_talk(ItemDraft& draft, const AgendaEntry& entry, std::string_view text) {
    auto found = talk_in(text);
    if (!found) return false;
    const bool sure = found->speakers.surety() != PersonSurety::bare || entry.bullet;
    if (!sure && shape_ == AgendaShape::numbered) return false;
    draft.item.talks.push_back(talk_of(tools_.people.without_prefix(found->title), std::move(found->speakers.people)));
    return true;
}

std::vector<std::pair<std::size_t, Range>> ItemLines::take_children() { return std::exchange(children_, {}); }

void ItemLines::finish() {
    talk_title_ = {};
    joins_ = false;
    timed_ = false;
    asides_ = false;
    role_.reset();
}

}  // namespace rapporteur
