#include "extract/meeting_face.h"

#include <algorithm>

#include "extract/agenda_region.h"
#include "extract/agenda_words.h"
#include "extract/face_lines.h"
#include "extract/lookup.h"
#include "extract/match.h"
#include "extract/meeting_calendar.h"
#include "extract/meeting_link.h"
#include "extract/meeting_scan.h"
#include "extract/ordinal.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Labelled dates and places are looked for in so many blocks from the beginning.
constexpr std::size_t most_labelled_blocks = 60;

/// Blocks and bytes of a line below the title that says where and when the meeting was held.
constexpr std::size_t most_held_blocks = 8;
constexpr std::size_t longest_held_line = 240;

/// An agenda that makes the page's title a meeting's name begins among so many blocks and has so many.
constexpr std::size_t most_blocks_before_agenda = 25;
constexpr std::size_t fewest_agenda_blocks = 3;

/// Words of a title that tells a meeting only with its body: "Regular meeting".
constexpr std::size_t most_words_of_a_sitting = 3;

/// Words before a day with its weekday on a face, where it is the meeting's.
constexpr std::size_t most_words_beside_day = 4;

/// Words that stand with times and say nothing else: "from", "to", "UTC".
constexpr std::size_t most_words_beside_times = 2;

/// Lines below a title that may say where and when its meeting is.
constexpr std::size_t most_lines_to_setting = 3;

const std::string joint_rule = "meeting.face.joint-session";

/// When and where, as the face says.
struct Setting {
    std::optional<PartialDate> start, end;
    std::string place;
};

class FaceMeetings {
public:
    FaceMeetings(const Document& document, const RuleSet& rules, const Records& records)
        : document_(document),
          rules_(rules),
          records_(records),
          face_(records.documents.back()),
          links_(rules, document.language, {face_.date, 0}),
          ordinals_(table_or_default(rules, document.language, "ordinals")),
          lines_(face_lines(document, rules)) {}

    std::vector<MeetingMention> find() {
        const Calendar calendar{document_, face_, links_, ordinals_};
        found_ = scheduled_meetings(calendar, labelled("meeting-link.label-place", "place"));
        if (found_.empty()) found_ = tabled_meetings(calendar);
        if (!found_.empty()) return std::move(found_);
        session();
        const bool of_session = !found_.empty();
        title(of_session);
        if (found_.empty()) agenda_title();
        if (found_.empty()) sitting_of_body();
        if (found_.empty()) placed_title();
        for (MeetingMention& mention : found_) cut_when_and_where(mention);
        std::vector<MeetingMention> listed = listed_meetings(calendar);
        if (!listed.empty() && !of_session) found_.clear();  // whose calendar it is does not meet by that
        // Days that head a programme are those of the meeting whose programme it is.
        Setting setting = read_setting();
        if (!setting.start && !of_session) title_date(setting);
        if (!of_session && listed.empty()) add_programme_days(setting);
        if (!setting.start && !of_session && of_minutes_) setting.start = setting.end = face_.date;
        for (MeetingMention& mention : found_) {
            if (&mention == &found_.front() || mention.rule == joint_rule) settle(mention, setting);
        }
        std::move(listed.begin(), listed.end(), std::back_inserter(found_));
        return std::move(found_);
    }

private:
    /// Dates and place of the face are those of one meeting: the first that it names.
    static void settle(MeetingMention& mention, const Setting& setting) {
        if (!mention.start) mention.start = setting.start, mention.end = setting.end;
        const bool same = setting.start && mention.start == setting.start;
        if (mention.place.empty() || (same && !setting.place.empty())) mention.place = setting.place;
    }

    MeetingMention mention_of(std::string name, std::size_t block, std::string rule) const {
        MeetingMention mention;
        mention.name = mention.surface = std::move(name);
        mention.block = block;
        mention.range = document_.blocks[block].range;
        mention.rule = std::move(rule);
        mention.principal = true;
        mention.heading = true;
        mention.confidence = 0.95;
        return mention;
    }

    std::size_t block_of(std::string_view words) const {
        for (const FaceLine& line : lines_) {
            if (fold(line.text).find(fold(words)) != std::string::npos) return line.block;
        }
        return lines_.empty() ? 0 : lines_.front().block;
    }

    /// "Forty-second session", "session extraordinaire"; of meetings only "22nd meeting": "22nd ABC Meeting" is a name.
    static bool is_session(const std::string& session) {
        if (session.ends_with("session")) return true;
        const bool meets = session.ends_with(" meeting") || session.ends_with(" reunion");
        return meets && std::count(session.begin(), session.end(), ' ') == 1;
    }

    /// "Council" and "42nd Session" on the face: the document is a paper of that session.
    void session() {
        if (face_.session.empty() || face_.body.empty() || !is_session(fold(face_.session))) return;
        add_sitting(face_.body, face_.session, "meeting.face.session");
        for (const FaceLine& line : lines_) {
            if (line.imprint || fold(line.text).find(fold(face_.session)) == std::string::npos) continue;
            const std::string body = links_.field("meeting-link.joint-session", line.text, "body");
            if (body.empty()) continue;
            return add_sitting(body, links_.field("meeting-link.joint-session", line.text, "session"), joint_rule);
        }
    }

    void add_sitting(const std::string& body, const std::string& session, std::string rule) {
        MeetingMention mention = mention_of(body + ", " + session, block_of(session), std::move(rule));
        mention.body = mention.name = body;
        mention.session = session;
        mention.ordinal = session.substr(0, session.rfind(' '));
        const std::string number = session.substr(0, session.find(' '));
        mention.number =
            ordinal_number(mention.ordinal, ordinals_).value_or(ordinal_number(number, ordinals_).value_or(0));
        mention.aliases.push_back(session + " of the " + body);
        found_.push_back(std::move(mention));
    }

    /// A gathering's page: its title, and right below it the day and the place.
    void placed_title() {
        const std::string name = links_.field("meeting-link.title-gathering", face_.title, "name");
        if (name.empty() || is_kind_alone(name) || is_list(name)) return;
        const std::size_t block = block_of(face_.title);
        for (std::size_t i = 0; i < lines_.size() && lines_[i].block <= block + most_lines_to_setting; ++i) {
            if (lines_[i].block <= block || lines_[i].imprint) continue;
            const Setting setting = setting_below(i, block);
            if (!setting.start || setting.place.empty()) continue;
            found_.push_back(mention_of(name, block, "meeting.face.placed-title"));
            return settle(found_.back(), setting);
        }
    }

    /// Day and place on one line or on two: "Lind, 3 May 2031", "Lind" and "3 May 2031".
    Setting setting_below(std::size_t at, std::size_t title) const {
        Setting setting;
        for (const bool ranges : {true, false}) face_line(setting, at, ranges);
        if (const auto day = links_.reader().whole_date(lines_[at].text, links_.context())) take(setting, *day);
        for (std::size_t beside : {at - 1, at + 1}) {
            if (!setting.start || !setting.place.empty() || beside >= lines_.size()) continue;
            if (lines_[beside].block <= title || lines_[beside].imprint) continue;
            setting.place = links_.field("meeting-link.venue-line", lines_[beside].text, "place");
        }
        return setting;
    }

    /// What the title names, as a whole where it is a meeting's agenda, minutes or notice.
    void title(bool of_session) {
        if (face_.title.empty()) return;
        const std::size_t block = block_of(face_.title.substr(0, face_.title.find(':')));
        const std::string named = name_in_title();
        const std::string& text = named.empty() ? face_.title : named;
        for (MeetingMention& mention : scan_title(text, document_, rules_, records_)) {
            const bool most = 5 * mention.surface.size() >= 3 * text.size();
            if (named.empty() ? mention.bare() && !most : !most) continue;
            if (mention.bare() && (is_kind_alone(mention.surface) || is_list(mention.surface))) continue;
            const MeetingMention place = mention_of(mention.surface, block, mention.rule);
            mention.block = place.block;
            mention.range = place.range;
            mention.principal = mention.heading = true;
            mention.confidence = place.confidence;
            if (!named.empty()) mention.aliases.push_back(named);
            found_.push_back(std::move(mention));
            return;
        }
        // The paper of a session names its subject.
        if (!named.empty() && !is_kind_alone(named) && !is_list(named) && !(of_session && !names_gathering(named)))
            found_.push_back(mention_of(named, block, "meeting.face.title"));
    }

    /// "Workshop" of a page that is called "Workshop programme" names none.
    static bool is_kind_alone(const std::string& name) { return name.find(' ') == std::string::npos; }

    /// "List of Meetings" and "Board Meetings" name many.
    bool is_list(const std::string& name) const {
        const std::string noun = fold(links_.field("meeting-link.gathering", name, "noun"));
        return noun.ends_with('s') && !noun.ends_with("ss");
    }

    /// An agenda is always a meeting's: where nothing names it, the title of the page that begins with the agenda does.
    void agenda_title() {
        const AgendaWords agenda(rules_, document_.language);
        std::string title = face_.title;
        const std::size_t kind = title.rfind(": ");
        if (kind != std::string::npos && agenda.opening(std::string_view(title).substr(kind + 2)).rule != nullptr)
            title.resize(kind);
        const auto dates = dates_in(title);
        const bool dated_last = !dates.empty() && trim(std::string_view(title).substr(dates.back().range.end)).empty();
        const std::size_t comma = title.rfind(", ");
        if (dated_last && comma != std::string::npos && comma + 2 >= dates.back().range.begin) title.resize(comma);
        if (!agenda.usable() || !names_more_than_agenda(agenda, title)) return;
        const std::size_t block = block_of(title);
        if (!begins_with_agenda(agenda, block)) return;
        if (const std::string notice = links_.field("meeting-link.title-prefix", title, "name");
            !notice.empty() && fold(notice) == "meeting")
            title = "Meeting";
        // "Regular meeting" is one of a body.
        const bool of_body = !face_.body.empty() && names_gathering(title) &&
                             fold(title).find(fold(face_.body)) == std::string::npos &&
                             words(title).size() <= most_words_of_a_sitting;
        found_.push_back(mention_of(of_body ? face_.body + ", " + title : title, block, "meeting.face.agenda"));
        if (of_body) found_.back().body = face_.body;
    }

    /// An agenda or minutes of a body whose meeting nothing names: "Harbour Board".
    void sitting_of_body() {
        const AgendaWords agenda(rules_, document_.language);
        if (!agenda.usable() || !(is_minutes(agenda) || begins_with_agenda(agenda, 0))) return;
        const std::string title = links_.field("meeting-link.minutes-prefix", face_.title, "name");
        of_minutes_ = is_minutes(agenda);
        const bool titled = names_more_than_agenda(agenda, title) && of_minutes_;
        const std::string& name = titled ? title : face_.body;
        if (name.empty() || is_list(name)) return;
        found_.push_back(mention_of(name, block_of(name), "meeting.face.body"));
        found_.back().body = face_.body;
    }

    /// True where the title, or a heading, says that the document is a meeting's minutes.
    bool is_minutes(const AgendaWords& agenda) const {
        const std::size_t front = std::min(most_blocks_before_agenda, document_.blocks.size());
        for (std::size_t at = 0; at < front; ++at) {
            const Block& block = document_.blocks[at];
            if (!block.title && block.kind != BlockKind::heading) continue;
            if (agenda.heading(document_.text_of(block), "minutes").rule != nullptr) return true;
        }
        return false;
    }

    /// True where an agenda of some length begins near the top and goes on beyond the block.
    bool begins_with_agenda(const AgendaWords& agenda, std::size_t block) const {
        const auto regions = agenda_regions(document_, agenda);
        return std::any_of(regions.begin(), regions.end(), [&](const AgendaRegion& region) {
            const bool long_enough = region.last - region.first >= fewest_agenda_blocks ||
                                     document_.blocks[region.first].rows.size() >= fewest_agenda_blocks;
            return !region.listed && region.first <= most_blocks_before_agenda && block < region.last && long_enough;
        });
    }

    /// "Annual Workshop, Lind, 3 May 2031 · 10 a.m." is the Annual Workshop.
    void cut_when_and_where(MeetingMention& mention) const {
        const auto dates = dates_in(mention.name);
        if (mention.rule.find("face") == std::string::npos || dates.empty() || dates.front().precision() != 3) return;
        std::string name = mention.name.substr(0, dates.front().range.begin);
        while (!name.empty() && std::string_view(" ,;:|(-").find(name.back()) != std::string_view::npos)
            name.pop_back();
        for (const std::string_view mark : {"–", "—", "·"}) {
            if (name.ends_with(mark)) name.resize(name.size() - mark.size());
        }
        name = links_.field("meeting-link.before-date", std::string(trim(name)), "name");
        if (words(name).size() < 2) return;
        if (std::string place = links_.field("meeting-link.name-and-place", name, "place"); !place.empty()) {
            mention.place = std::move(place);
            name = links_.field("meeting-link.name-and-place", name, "name");
        }
        const bool of_body = !face_.body.empty() && words(name).size() <= most_words_of_a_sitting &&
                             fold(name).find(fold(face_.body)) == std::string::npos;
        mention.aliases.push_back(mention.surface);
        mention.name = mention.surface = of_body ? face_.body + ", " + name : std::move(name);
    }

    /// False for "Agenda", "Programme – 3 May 2031" and a single word.
    bool names_more_than_agenda(const AgendaWords& agenda, const std::string& title) const {
        if (title.find(' ') == std::string::npos || agenda.opening(title).rule != nullptr) return false;
        return agenda.heading(title, "title").rule == nullptr && !is_list(title) &&
               agenda.heading(title, "report").rule == nullptr;
    }

    std::string name_in_title() const {
        std::string name = links_.field("meeting-link.title-prefix", face_.title, "name");
        if (!name.empty()) return names_gathering(name) ? name : std::string();
        name = links_.field("meeting-link.title-suffix", face_.title, "name");
        const std::string rest = links_.field("meeting-link.title-suffix", face_.title, "rest");
        if (!rest.empty()) return name + " - " + rest;
        if (!name.empty()) return name;
        return dates_in(face_.title).empty() || !names_gathering(face_.title) ? std::string() : face_.title;
    }

    bool names_gathering(const std::string& name) const {
        return !links_.field("meeting-link.gathering", name, "noun").empty();
    }

    std::vector<FoundDate> dates_in(std::string_view text) const { return links_.dates(text); }

    std::string labelled(std::string_view rule, std::string_view field) const {
        const std::size_t end = std::min(document_.blocks.size(), most_labelled_blocks);
        for (std::size_t at = 0; at < end; ++at) {
            std::string value = links_.field(rule, document_.text_of(document_.blocks[at]), field);
            if (!value.empty()) return value;
        }
        return {};
    }

    /// From labelled lines, else the lines of the face.
    Setting read_setting() const {
        Setting setting;
        setting.place = labelled("meeting-link.label-place", "place");
        for (const FoundDate& date : dates_in(labelled("meeting-link.label-date", "when"))) take(setting, date);
        for (std::size_t at = 0; at < std::min(most_held_blocks, document_.blocks.size()); ++at) held_line(setting, at);
        // Days in a row are a meeting's; a day alone may be the document's own.
        for (const bool ranges : {true, false}) {
            for (std::size_t i = 0; i < lines_.size() && !lines_[i].imprint; ++i) face_line(setting, i, ranges);
        }
        return setting;
    }

    /// "held at the Custom House, Lind, on Thursday 6 May 2032 at 10.30 a.m." below the title of minutes.
    void held_line(Setting& setting, std::size_t at) const {
        const std::string_view text = trim(document_.text_of(document_.blocks[at]));
        if (text.size() > longest_held_line) return;
        const std::vector<FoundDate> dates = dates_in(text);
        if (dates.size() != 1) return;
        const std::string before(trim(text.substr(0, dates.front().range.begin)));
        const std::string place = links_.field("meeting-link.held-line", before, "place");
        if (place.empty() && links_.field("meeting-link.held-line", before, "held").empty()) return;
        take(setting, dates.front());
        if (setting.place.empty()) setting.place = place;
    }

    static void take(Setting& setting, const FoundDate& date) {
        if (setting.start || !date.has_year() || date.start.day == 0) return;
        setting.start = date.start;
        setting.end = date.last();
    }

    /// "7-8 May 2009", "Lind, 7-8 May 2009": a single day without place or weekday is the document's own date.
    void face_line(Setting& setting, std::size_t at, bool ranges) const {
        const std::string_view text = lines_[at].text;
        const std::vector<FoundDate> dates = dates_in(text);
        if (dates.size() != 1 || lines_[at].text.size() > 120) return;
        const FoundDate& date = dates.front();
        if (date.end.has_value() != ranges || (setting.start && !setting.place.empty())) return;
        const std::string before(trim(text.substr(0, date.range.begin)));
        const bool last = says_only_when(text.substr(date.range.end));
        const bool alone = before.empty() && last;
        const bool is_title = fold(text) == fold(face_.title);  // "Bureau 15 March 2031" gives no place
        const std::string place = is_title ? std::string() : place_in_line(text, date, last);
        // "Colloquium – Friday 15 November 2030" says little else.
        const bool told = date.weekday >= 0 || !links_.reader().times(text).empty();
        const bool short_line = told && words(before).size() <= most_words_beside_day;
        if (!date.end && !told && place.empty()) return;
        if (!alone && place.empty() && !short_line) return;
        if (setting.start && *setting.start != date.start) return;
        take(setting, date);
        if (setting.place.empty()) setting.place = place;
        for (std::size_t beside : {at - 1, at + 1}) {
            if (!setting.place.empty() || beside >= lines_.size() || lines_[beside].furniture) continue;
            setting.place = town(lines_[beside].text);
        }
    }

    /// Nothing, times or a remark: ", 6:00 p.m. to 8:30 p.m.", "(closed meeting)".
    bool says_only_when(std::string_view text) const {
        std::string rest(text);
        const auto times = links_.reader().times(text);
        for (auto time = times.rbegin(); time != times.rend(); ++time)
            rest.erase(time->range.begin, time->range.size());
        if (const std::string_view remark = trim(rest);
            remark.starts_with('(') && remark.find(')') + 1 == remark.size())
            return true;
        return words(rest).size() <= (times.empty() ? 0 : most_words_beside_times);
    }

    /// "Grand Hotel, Port Lind, 3-5 May 2031", "held at the Hall, Lind, on Thursday 6 May 2032", "3-5 May 2031 · Lind".
    std::string place_in_line(std::string_view text, const FoundDate& date, bool last) const {
        const std::string before(trim(text.substr(0, date.range.begin)));
        std::string place = links_.place_beside(text, date.range);
        std::string venue = links_.field("meeting-link.held-line", before, "place");
        if (venue.empty() && last && date.end) venue = links_.field("meeting-link.venue-line", before, "place");
        if (venue.empty() && before.empty()) {
            std::string_view behind = text.substr(date.range.end);
            while (!behind.empty() && !is_alpha(decode_at(behind, 0).value))
                behind.remove_prefix(decode_at(behind, 0).bytes);
            venue = links_.field("meeting-link.venue-line", behind, "place");
        }
        return venue.size() > place.size() ? venue : place;
    }

    /// A line of its own that is a town, told by its comma: "Port Lind, Atlantis".
    std::string town(std::string_view line) const {
        if (line.find(',') == std::string_view::npos || is_all_capitals(line)) return {};
        return links_.field("meeting-link.town-line", line, "place");
    }

    void title_date(Setting& setting) const {
        for (const FoundDate& date : dates_in(face_.title)) take(setting, date);
    }

    /// The days that head a programme, where the face gives none or only one of them.
    void add_programme_days(Setting& setting) const {
        if (setting.start && setting.end && *setting.end != *setting.start) return;
        Setting days;
        programme_days(days);
        if (!days.start || (setting.start && (*setting.start < *days.start || *days.end < *setting.start))) return;
        setting.start = days.start;
        setting.end = days.end;
    }

    void programme_days(Setting& setting) const {
        for (const Block& block : document_.blocks) {
            if (block.kind == BlockKind::table) {
                for (const Row& row : block.rows) {
                    for (const Cell& cell : row.cells) programme_day(setting, document_.slice(cell.range));
                }
            } else {
                programme_day(setting, document_.text_of(block));
            }
        }
    }

    void programme_day(Setting& setting, std::string_view text) const {
        if (text.size() > 60) return;
        const auto date = links_.reader().whole_date(text, links_.context());
        if (!date || !date->has_year() || date->weekday < 0 || date->start.day == 0) return;
        setting.start = setting.start ? std::min(*setting.start, date->start) : date->start;
        setting.end = setting.end ? std::max(*setting.end, date->last()) : date->last();
    }

    const Document& document_;
    const RuleSet& rules_;
    const Records& records_;
    const DocumentRecord& face_;
    MeetingLinks links_;
    const RuleTable* ordinals_;
    std::vector<FaceLine> lines_;
    bool of_minutes_ = false;  // the document is the minutes of the meeting found
    std::vector<MeetingMention> found_;
};

}  // namespace

std::vector<MeetingMention> face_meetings(const Document& document, const RuleSet& rules, const Records& records) {
    if (records.documents.empty() || document.blocks.empty()) return {};
    return FaceMeetings(document, rules, records).find();
}

}  // namespace rapporteur
