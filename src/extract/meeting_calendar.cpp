#include "extract/meeting_calendar.h"

#include "extract/entry_lines.h"
#include "extract/ordinal.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// A cell or line that names a meeting is no longer than this many bytes.
constexpr std::size_t longest_name = 160;
constexpr std::string_view between_fields = " ,;:|–—-\t";
/// Fewer dates with places in a table are no calendar.
constexpr std::size_t fewest_of_a_table = 3;

MeetingMention mention_at(std::size_t block, Range range, const FoundDate& date, std::string rule) {
    MeetingMention mention;
    mention.block = block;
    mention.range = range;
    mention.start = date.start;
    mention.end = date.last();
    mention.rule = std::move(rule);
    mention.principal = mention.heading = true;
    mention.confidence = 0.9;
    return mention;
}

bool is_day(const FoundDate& date) { return date.has_year() && date.start.day != 0; }

/// "Forty-first", "41st session": a session of the document's body.
bool name_session(MeetingMention& mention, const std::string& cell, const Calendar& calendar) {
    const std::string ordinal = fold(cell).ends_with(" session") ? cell.substr(0, cell.size() - 8) : cell;
    const std::optional<int> number = ordinal_number(ordinal, calendar.ordinals);
    if (!number || calendar.face.body.empty()) return false;
    mention.body = mention.name = calendar.face.body;
    mention.ordinal = ordinal;
    mention.number = *number;
    mention.session = ordinal + " session";
    mention.surface = mention.body + ", " + mention.session;
    return true;
}

/// Which column of a calendar's table holds the dates and which the places.
struct CalendarColumns {
    std::size_t date = 0;
    std::optional<std::size_t> place;
};

/// The columns by the header row; nothing where it names no dates, or items as well: then it heads a programme.
std::optional<CalendarColumns> columns_of(const Calendar& calendar, const Row& row) {
    std::optional<std::size_t> date, place;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string text = collapse_space(calendar.document.slice(row.cells[i].range));
        const auto heads = [&](std::string_view what) {
            return !calendar.links.field("meeting-link.calendar-column", text, what).empty();
        };
        if (!date && heads("date")) date = i;
        if (!place && heads("place")) place = i;
        if (heads("item")) return std::nullopt;
    }
    return date && place ? std::optional(CalendarColumns{*date, place}) : std::nullopt;
}

std::string place_in(const Calendar& calendar, const Row& row, const std::optional<CalendarColumns>& columns) {
    if (!columns || !columns->place || *columns->place >= row.cells.size()) return {};
    return collapse_space(calendar.document.slice(row.cells[*columns->place].range));
}

/// "Council of Tides, 12th session".
bool name_session_of(MeetingMention& mention, const std::string& cell, const Calendar& calendar) {
    const auto field = [&](std::string_view name) {
        return calendar.links.field("meeting-link.session-cell", cell, name);
    };
    mention.body = field("body");
    if (mention.body.empty()) return false;
    mention.name = mention.body;
    mention.surface = cell;
    mention.ordinal = field("ordinal");
    mention.number = ordinal_number(mention.ordinal, calendar.ordinals).value_or(0);
    mention.session = mention.ordinal + " " + field("noun");
    return true;
}

std::optional<MeetingMention> read_row(const Calendar& calendar, std::size_t at, const Row& row,
                                       const std::optional<CalendarColumns>& columns) {
    if (row.header || row.cells.size() < 2) return std::nullopt;
    const std::string name = collapse_space(calendar.document.slice(row.cells.front().range));
    if (name.empty() || name.size() > longest_name || !calendar.links.dates(name).empty()) return std::nullopt;
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
        const std::vector<FoundDate> dates = calendar.links.dates(calendar.document.slice(row.cells[i].range));
        if (dates.empty() || !is_day(dates.front())) continue;
        MeetingMention mention = mention_at(at, row.cells.front().range, dates.front(), "meeting.calendar");
        // The date in such a table opens a session; when it ends is not said.
        if (!dates.front().end) mention.end.reset();
        mention.place = place_in(calendar, row, columns);
        if (name_session(mention, name, calendar)) return mention;
        if (name_session_of(mention, name, calendar)) return mention;
        mention.name = mention.surface = name;
        return calendar.links.field("meeting-link.gathering", name, "noun").empty() ? std::nullopt
                                                                                    : std::optional(mention);
    }
    return std::nullopt;
}

std::optional<MeetingMention> read_dated_row(const Calendar& calendar, std::size_t at, const Row& row,
                                             const CalendarColumns& columns) {
    if (row.cells.size() <= columns.date) return std::nullopt;
    const Range cell = row.cells[columns.date].range;
    const auto dates = calendar.links.reader().only_dates(calendar.document.slice(cell), calendar.links.context());
    if (dates.size() != 1 || !is_day(dates.front())) return std::nullopt;
    MeetingMention mention = mention_at(at, cell, dates.front(), "meeting.calendar");
    mention.name = mention.surface = calendar.face.body + " meeting";
    mention.place = place_in(calendar, row, columns);
    return mention;
}

/// The year that the title of a schedule gives to dates without one; 0 where it gives none.
int year_of_schedule(const Calendar& calendar) {
    const auto year = parse_iso_date(calendar.links.field("meeting-link.schedule", calendar.face.title, "year"));
    return year ? year->year : 0;
}

/// "12-14 January  Scientific Group, 41st meeting, London": a line of a list, its date at either end.
std::optional<MeetingMention> read_line(const Calendar& calendar, std::size_t at, const DateContext& context) {
    const Block& block = calendar.document.blocks[at];
    const std::string_view line = calendar.document.text_of(block);
    if (line.size() > longest_name || block.kind == BlockKind::table || block.kind == BlockKind::note)
        return std::nullopt;
    const std::vector<FoundDate> dates = calendar.links.reader().dates(line, context);
    if (dates.size() != 1 || !is_day(dates.front())) return std::nullopt;
    const Range& date = dates.front().range;
    const bool leads = date.begin == 0;
    if (!leads && date.end != line.size()) return std::nullopt;
    const auto trimmed = [](std::string_view text) {
        while (!text.empty() && between_fields.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
        while (!text.empty() && between_fields.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
        return text;
    };
    const std::string_view rest = trimmed(leads ? line.substr(date.end) : line.substr(0, date.begin));
    MeetingMention mention = mention_at(at, range_in(calendar.document, rest), dates.front(), "meeting.calendar");
    if (name_session_of(mention, std::string(rest), calendar)) return mention;
    const std::size_t cut = rest.find_last_of(",:");
    if (cut == std::string_view::npos) return std::nullopt;
    const std::string_view name = trimmed(rest.substr(0, cut));
    mention.range = range_in(calendar.document, name);
    mention.place = trimmed(rest.substr(cut));
    return name_session_of(mention, std::string(name), calendar) ? std::optional(mention) : std::nullopt;
}

void add_dated_rows(const Calendar& calendar, std::size_t at, std::vector<MeetingMention>& found) {
    const Block& block = calendar.document.blocks[at];
    std::optional<CalendarColumns> columns;
    for (const Row& row : block.rows) {
        if (!columns) {
            columns = columns_of(calendar, row);
        } else if (auto mention = read_dated_row(calendar, at, row, *columns)) {
            found.push_back(std::move(*mention));
        }
    }
}

}  // namespace

std::vector<MeetingMention> tabled_meetings(const Calendar& calendar) {
    std::vector<MeetingMention> found;
    if (calendar.face.body.empty()) return found;
    for (std::size_t at = 0; at < calendar.document.blocks.size(); ++at) add_dated_rows(calendar, at, found);
    if (found.size() < fewest_of_a_table) found.clear();
    return found;
}

std::vector<MeetingMention> scheduled_meetings(const Calendar& calendar, const std::string& place) {
    std::vector<MeetingMention> found;
    const std::string& title = calendar.face.title;
    const std::string name = calendar.links.field("meeting-link.schedule", title, "name");
    if (name.empty()) return found;
    const DateContext context{calendar.face.date, year_of_schedule(calendar)};
    for (std::size_t at = 0; at < calendar.document.blocks.size(); ++at) {
        const Block& block = calendar.document.blocks[at];
        for (const FoundDate& date : calendar.links.reader().only_dates(calendar.document.text_of(block), context)) {
            if (!is_day(date)) continue;
            const Range range{block.range.begin + date.range.begin, block.range.begin + date.range.end};
            MeetingMention mention = mention_at(at, range, date, "meeting.schedule");
            mention.name = mention.surface = calendar.face.body.empty() ? name : calendar.face.body + " " + name;
            mention.aliases.push_back(name);
            mention.place = place;
            found.push_back(std::move(mention));
        }
    }
    return found;
}

std::vector<MeetingMention> listed_meetings(const Calendar& calendar) {
    std::vector<MeetingMention> found;
    if (calendar.links.field("meeting-link.calendar", calendar.face.title, "noun").empty()) return found;
    const DateContext context{calendar.face.date, year_of_schedule(calendar)};
    for (std::size_t at = 0; at < calendar.document.blocks.size(); ++at) {
        if (std::optional<MeetingMention> mention = read_line(calendar, at, context))
            found.push_back(std::move(*mention));
        std::optional<CalendarColumns> columns;
        for (const Row& row : calendar.document.blocks[at].rows) {
            if (!columns) columns = columns_of(calendar, row);
            if (std::optional<MeetingMention> mention = read_row(calendar, at, row, columns))
                found.push_back(std::move(*mention));
        }
    }
    return found;
}

}  // namespace rapporteur
