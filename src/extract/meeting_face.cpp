#include "extract/meeting_face.h"

#include <algorithm>

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
        title();
        std::vector<MeetingMention> listed = listed_meetings(calendar);
        // Days that head a programme are those of the meeting whose programme it is.
        Setting setting = read_setting();
        if (!setting.start && !of_session) title_date(setting);
        if (!setting.start && !of_session && listed.empty()) programme_days(setting);
        if (!found_.empty()) settle(found_.front(), setting);
        std::move(listed.begin(), listed.end(), std::back_inserter(found_));
        return std::move(found_);
    }

private:
    /// Dates and place of the face are those of one meeting: the first that it names.
    static void settle(MeetingMention& mention, const Setting& setting) {
        if (!mention.start) mention.start = setting.start, mention.end = setting.end;
        if (mention.place.empty()) mention.place = setting.place;
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
        if (face_.session.empty() || face_.body.empty()) return;
        const std::string number = face_.session.substr(0, face_.session.find(' '));
        if (!is_session(fold(face_.session))) return;
        MeetingMention mention =
            mention_of(face_.body + ", " + face_.session, block_of(face_.session), "meeting.face.session");
        mention.body = mention.name = face_.body;
        mention.session = face_.session;
        mention.ordinal = face_.session.substr(0, face_.session.rfind(' '));
        mention.number =
            ordinal_number(mention.ordinal, ordinals_).value_or(ordinal_number(number, ordinals_).value_or(0));
        mention.aliases.push_back(face_.session + " of the " + face_.body);
        found_.push_back(std::move(mention));
    }

    /// What the title names, as a whole where it is a meeting's agenda, minutes or notice.
    void title() {
        if (face_.title.empty()) return;
        const std::size_t block = block_of(face_.title.substr(0, face_.title.find(':')));
        const std::string named = name_in_title();
        const std::string& text = named.empty() ? face_.title : named;
        for (MeetingMention& mention : scan_title(text, document_, rules_, records_)) {
            const bool most = 5 * mention.surface.size() >= 3 * text.size();
            if (named.empty() ? mention.bare() && !most : !most) continue;
            const MeetingMention place = mention_of(mention.surface, block, mention.rule);
            mention.block = place.block;
            mention.range = place.range;
            mention.principal = mention.heading = true;
            mention.confidence = place.confidence;
            if (!named.empty()) mention.aliases.push_back(named);
            found_.push_back(std::move(mention));
            return;
        }
        if (!named.empty()) found_.push_back(mention_of(named, block, "meeting.face.title"));
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
        for (std::size_t i = 0; i < lines_.size() && !lines_[i].imprint; ++i) face_line(setting, i);
        return setting;
    }

    static void take(Setting& setting, const FoundDate& date) {
        if (setting.start || !date.has_year() || date.start.day == 0) return;
        setting.start = date.start;
        setting.end = date.last();
    }

    /// "7-8 May 2009", "Lind, 7-8 May 2009": a single day without place or weekday is the document's own date.
    void face_line(Setting& setting, std::size_t at) const {
        const std::string_view text = lines_[at].text;
        const std::vector<FoundDate> dates = dates_in(text);
        if (dates.size() != 1 || lines_[at].text.size() > 120) return;
        const FoundDate& date = dates.front();
        const std::string before(trim(text.substr(0, date.range.begin)));
        const bool alone = before.empty() && trim(text.substr(date.range.end)).empty();
        const std::string place = links_.place_beside(text, date.range);
        if (!date.end && date.weekday < 0 && place.empty()) return;
        if (!alone && place.empty()) return;
        take(setting, date);
        if (setting.place.empty()) setting.place = place;
        for (std::size_t beside : {at - 1, at + 1}) {
            if (!setting.place.empty() || beside >= lines_.size() || lines_[beside].furniture) continue;
            setting.place = town(lines_[beside].text);
        }
    }

    /// A line of its own that is a town, told by its comma: "Port Lind, Atlantis".
    std::string town(std::string_view line) const {
        if (line.find(',') == std::string_view::npos || is_all_capitals(line)) return {};
        return links_.field("meeting-link.town-line", line, "place");
    }

    void title_date(Setting& setting) const {
        for (const FoundDate& date : dates_in(face_.title)) take(setting, date);
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
    std::vector<MeetingMention> found_;
};

}  // namespace

std::vector<MeetingMention> face_meetings(const Document& document, const RuleSet& rules, const Records& records) {
    if (records.documents.empty() || document.blocks.empty()) return {};
    return FaceMeetings(document, rules, records).find();
}

}  // namespace rapporteur
