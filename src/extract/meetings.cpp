#include "extract/meetings.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "extract/agenda_words.h"
#include "extract/citation.h"
#include "extract/lookup.h"
#include "extract/match.h"
#include "extract/meeting_cast.h"
#include "extract/meeting_event.h"
#include "extract/meeting_face.h"
#include "extract/meeting_link.h"
#include "extract/meeting_scan.h"
#include "extract/ordinal.h"
#include "support/capital.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Further names of a meeting are left out.
constexpr std::size_t most_aliases = 12;

/// Blocks among which a line may say who organises the document's meeting.
constexpr std::size_t most_front_blocks = 30;

/// How well a mention's words serve as the meeting's name.
int worth(const MeetingMention& mention) {
    int worth = static_cast<int>(std::min<std::size_t>(words(mention.surface).size(), 20));
    if (mention.principal) worth += 40;
    if (mention.heading) worth += 10;
    if (mention.short_form) worth -= 30;
    if (mention.number > 0) worth += 10;
    if (mention.year > 0) worth += 4;
    if (mention.needs_date) worth -= 15;
    return worth;
}

std::string name_of_sitting(const MeetingMention& mention) { return mention.body + ", " + mention.session; }

/// "Council, 42nd Session", but "First meeting of the Council" as printed.
bool is_sitting(const MeetingMention& mention) {
    return !mention.body.empty() && fold(mention.session).ends_with("session");
}

class RecordMaker {
public:
    RecordMaker(const Document& document, const Outline& outline, const std::vector<Term>& terms,
                const RuleTable* ordinals)
        : document_(document), citation_(document, outline), terms_(terms), ordinals_(ordinals) {}

    Meeting make(const MeetingEntity& entity) const {
        const MeetingMention& best =
            **std::max_element(entity.mentions.begin(), entity.mentions.end(),
                               [](const MeetingMention* a, const MeetingMention* b) { return worth(*a) < worth(*b); });
        Meeting meeting;
        meeting.name = capitalised(is_sitting(best) ? name_of_sitting(best) : best.surface);
        if (const std::string full = full_name(best); !full.empty()) {
            add_alias(meeting.name, meeting);
            meeting.short_name = std::exchange(meeting.name, full);
        }
        meeting.series = without_ordinal(best.name, entity.number);
        meeting.body = best.body;
        meeting.session = best.session;
        meeting.rule = best.rule;
        meeting.confidence = best.confidence;
        if (entity.number > 0) meeting.ordinal = std::to_string(entity.number);
        meeting.start = entity.start ? entity.start : year_of(entity);
        meeting.end = entity.end;
        meeting.principal = entity.principal;
        for (const MeetingMention* mention : entity.mentions) take(*mention, best, meeting);
        meeting.sources.push_back(citation_.source(best.block, best.range));
        meeting.id = make_id({"meeting", document_.id(), meeting.name, meeting.start ? to_iso(*meeting.start) : ""});
        return meeting;
    }

private:
    /// "SBX 41" with what the document says that the letters stand for: "Subsidiary Body of X (SBX 41)"; empty where it
    /// says nothing.
    std::string full_name(const MeetingMention& best) const {
        if (best.number == 0 || best.body.empty() || !best.session.empty() || !is_all_capitals(best.body)) return {};
        const auto term =
            std::find_if(terms_.begin(), terms_.end(), [&](const Term& one) { return one.short_form == best.body; });
        if (term == terms_.end() || term->long_form.empty()) return {};
        return capitalised(term->long_form) + " (" + best.surface + ")";
    }

    /// "Tenth coordination meeting on ports" is one of the series "Coordination meeting on ports".
    std::string without_ordinal(const std::string& name, int number) const {
        constexpr std::size_t most_words = 5;  // of an ordinal: "one hundred and twenty-first"
        std::size_t space = name.find(' ');
        for (std::size_t i = 0; number > 0 && i < most_words && space != name.npos; ++i) {
            if (ordinal_number(std::string_view(name).substr(0, space), ordinals_) == number)
                return capitalised(name.substr(space + 1));
            space = name.find(' ', space + 1);
        }
        return name;
    }

    static std::optional<PartialDate> year_of(const MeetingEntity& entity) {
        return entity.year > 0 ? std::optional(PartialDate{entity.year, 0, 0}) : std::nullopt;
    }

    static void take(const MeetingMention& mention, const MeetingMention& best, Meeting& meeting) {
        if (meeting.place.empty()) meeting.place = mention.place;
        if (meeting.organiser.empty()) meeting.organiser = mention.organiser;
        if (meeting.short_name.empty() && mention.short_form && !mention.bare()) meeting.short_name = mention.surface;
        if (&mention != &best) add_alias(capitalised(mention.surface), meeting);
        for (const std::string& alias : mention.aliases) add_alias(capitalised(alias), meeting);
    }

    static void add_alias(const std::string& alias, Meeting& meeting) {
        const std::string folded = fold(alias);
        const bool known = folded == fold(meeting.name) ||
                           std::any_of(meeting.aliases.begin(), meeting.aliases.end(),
                                       [&](const std::string& other) { return fold(other) == folded; });
        if (!known && !alias.empty() && meeting.aliases.size() < most_aliases) meeting.aliases.push_back(alias);
    }

    const Document& document_;
    BlockCitation citation_;
    const std::vector<Term>& terms_;
    const RuleTable* ordinals_;
};

/// Without a meeting on its face, a page or newsletter is about the meetings to which it gives both date and place.
void mark_dated_as_principal(std::vector<MeetingEntity>& entities) {
    for (MeetingEntity& entity : entities) {
        const bool placed = std::any_of(entity.mentions.begin(), entity.mentions.end(),
                                        [](const MeetingMention* mention) { return !mention->place.empty(); });
        entity.principal = placed && entity.start && entity.start->month != 0;
    }
}

/// An agenda whose face names no meeting is of the first one that the lines above it name with its days.
void mark_first_as_principal(std::vector<MeetingEntity>& entities) {
    MeetingEntity* first = nullptr;
    for (MeetingEntity& entity : entities) {
        const std::size_t block = entity.mentions.front()->block;
        if (block >= most_front_blocks || !entity.start || entity.start->day == 0) continue;
        if (first == nullptr || block < first->mentions.front()->block) first = &entity;
    }
    if (first != nullptr) first->principal = true;
}

/// Worth a record: told from others by number or date, or by a full name.
bool is_told(const MeetingEntity& entity, bool of_a_session) {
    // "The meeting held on 3 March" has no name to be told by.
    const bool nameless = entity.series.size() <= 1 && entity.number == 0 && entity.mentions.size() == 1 &&
                          entity.mentions.front()->name.find(' ') == std::string::npos;
    if (nameless && !entity.principal && entity.mentions.front()->body.empty()) return false;
    // "The third meeting" in a paper of a session is a sitting of it.
    if (of_a_session && !entity.principal && entity.mentions.front()->body.empty() && entity.series.size() <= 1)
        return false;
    if (entity.principal || entity.number > 0 || entity.year > 0 || entity.start) return true;
    const MeetingMention& first = *entity.mentions.front();
    // A conference without a number may be the name of an organisation.
    const bool organisation = entity.series.head == "conference" || entity.series.head.empty();
    return !first.short_form && !first.needs_date && !organisation && entity.series.size() >= 4;
}

/// "The meeting was organized by …" is said of the document's own meeting.
void add_organiser(const Document& document, const MeetingLinks& links, std::vector<Meeting>& meetings) {
    const auto own = std::find_if(meetings.begin(), meetings.end(), [](const Meeting& m) { return m.principal; });
    if (own == meetings.end() || !own->organiser.empty()) return;
    for (std::size_t at = 0; at < std::min(most_front_blocks, document.blocks.size()); ++at) {
        own->organiser =
            links.field("meeting-link.organiser-line", trim(document.text_of(document.blocks[at])), "organiser");
        if (!own->organiser.empty()) return;
    }
    for (const Block& block : document.blocks) {
        if (block.kind != BlockKind::paragraph) continue;
        const std::string_view text = document.text_of(block);
        for (std::string_view id : {"meeting-link.organiser", "meeting-link.organising"}) {
            own->organiser = links.field(id, text, "organiser");
            if (!own->organiser.empty()) return;
        }
    }
}

/// True where the title is an agenda's and names nothing else: "Provisional programme of work".
bool is_agenda(const Document& document, const RuleSet& rules, const DocumentRecord& face) {
    const AgendaWords agenda(rules, document.language);
    return agenda.usable() && !face.title.empty() && agenda.opening(face.title).rule != nullptr;
}

/// What a calendar's line says of a meeting is not told again by the words within it.
void drop_told(const std::vector<MeetingMention>& told, std::vector<MeetingMention>& running) {
    std::set<std::size_t> lines;
    for (const MeetingMention& mention : told) {
        if (mention.rule == "meeting.calendar") lines.insert(mention.block);
    }
    running.erase(std::remove_if(running.begin(), running.end(),
                                 [&](const MeetingMention& mention) { return lines.contains(mention.block); }),
                  running.end());
}

void cut_name(MeetingMention& mention, const MeetingSeries& series) {
    const std::string shorter = series.cut(mention.name);
    const std::size_t at = mention.surface.find(mention.name);
    if (shorter.size() == mention.name.size() || at == std::string::npos) return;
    const std::size_t more = mention.name.size() - shorter.size();
    mention.surface.erase(at + shorter.size(), more);
    mention.name = shorter;
    mention.range.end -= std::min(more, mention.range.size());
}

}  // namespace

void find_meetings(const Document& document, const Outline& outline, const RuleSet& rules, Records& records) {
    if (records.documents.empty()) return;
    DocumentRecord& face = records.documents.back();
    const MeetingLinks links(rules, document.language, {face.date, 0});
    std::vector<MeetingMention> mentions = face_meetings(document, rules, records);
    const bool of_a_meeting = !mentions.empty();
    std::vector<MeetingMention> running = scan_meetings(document, outline, rules, records);
    drop_told(mentions, running);
    name_by_headings(outline, links, running);
    std::move(running.begin(), running.end(), std::back_inserter(mentions));
    const MeetingSeries series(records, rules, document.language);
    for (MeetingMention& mention : mentions) cut_name(mention, series);
    std::vector<MeetingEntity> entities = cast_meetings(mentions, series);
    if (!of_a_meeting && face.title.empty()) mark_dated_as_principal(entities);
    if (!of_a_meeting && is_agenda(document, rules, face)) mark_first_as_principal(entities);

    const RecordMaker maker(document, outline, records.terms, table_or_default(rules, document.language, "ordinals"));
    std::vector<Meeting> meetings;
    const bool of_a_session = std::any_of(entities.begin(), entities.end(), [](const MeetingEntity& entity) {
        return entity.principal && entity.number > 0 && !entity.mentions.front()->body.empty();
    });
    for (const MeetingEntity& entity : entities) {
        if (is_told(entity, of_a_session)) meetings.push_back(maker.make(entity));
    }
    add_organiser(document, links, meetings);
    const auto principals =
        std::count_if(meetings.begin(), meetings.end(), [](const Meeting& m) { return m.principal; });
    for (const Meeting& meeting : meetings) {
        if (!face.title.empty() || principals != 1 || !meeting.principal) continue;
        face.title = meeting.rule == "meeting.face.body" ? face.body : meeting.name;
    }
    std::move(meetings.begin(), meetings.end(), std::back_inserter(records.meetings));
}

}  // namespace rapporteur
