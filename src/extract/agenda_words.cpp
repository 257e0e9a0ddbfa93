#include "extract/agenda_words.h"

#include <algorithm>

#include "extract/lookup.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_title = 400;  // bytes of an item's title
constexpr std::size_t longest_line = 1000;  // bytes of a line that rules look at
constexpr int most_extras = 6;              // things that stand behind one title
constexpr std::size_t longest_article = 3;  // bytes of a word that may stand before a date: "on", "le", "du"

/// The text from its first letter or digit to its last.
std::string_view without_marks(std::string_view text) {
    const auto counts = [](char32_t c) { return is_alpha(c) || is_digit(c); };
    while (!text.empty() && !counts(decode_at(text, 0).value)) text.remove_prefix(decode_at(text, 0).bytes);
    while (!text.empty() && !counts(decode_before(text, text.size()).value)) {
        text.remove_suffix(decode_before(text, text.size()).bytes);
    }
    return text;
}

/// The text without marks of emphasis left at its ends.
std::string_view without_emphasis(std::string_view text) {
    text = trim(text);
    while (!text.empty() && (text.front() == '_' || text.front() == '*')) text = trim(text.substr(1));
    while (!text.empty() && (text.back() == '_' || text.back() == '*')) text = trim(text.substr(0, text.size() - 1));
    return text;
}

/// The text without marks at its ends that only part it from what stood there.
std::string_view without_separator(std::string_view text) {
    text = trim(text);
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view mark : {"-", "–", "—", ":", "|", ",", ")", "]", "_", ".", "/"}) {
            if (text.starts_with(mark)) {
                text = trim(text.substr(mark.size()));
                found = true;
            }
        }
    }
    return text;
}

/// True for a time that a programme would print: to five minutes.
bool is_round(std::string_view time) { return time.back() == '0' || time.back() == '5'; }

std::string_view without_open_end(std::string_view text) {
    text = trim(text);
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view mark : {"-", "–", "—", ":", "|", ",", "(", "[", "_", "@"}) {
            if (text.ends_with(mark)) {
                text = trim(text.substr(0, text.size() - mark.size()));
                found = true;
            }
        }
    }
    return text;
}

}  // namespace

std::string bare_label(std::string_view label) {
    label = trim(label);
    while (!label.empty() && (label.back() == '.' || label.back() == ':' || label.back() == '-'))
        label.remove_suffix(1);
    if (label.ends_with(')') && !label.starts_with('(')) {
        if (label.find('(') == std::string_view::npos) label.remove_suffix(1);
    }
    return std::string(trim(label));
}

std::string dotted_hour(std::string_view label) {
    const auto digit = [&](std::size_t at) { return at < label.size() && label[at] >= '0' && label[at] <= '9'; };
    const std::size_t stop = label.find('.');
    if (stop == 0 || stop > 2 || !digit(0) || (stop == 2 && !digit(1))) return {};
    if (!digit(stop + 1) || !digit(stop + 2) || digit(stop + 3)) return {};
    const std::string hour = (stop == 1 ? "0" : "") + std::string(label.substr(0, stop));
    const std::string minutes(label.substr(stop + 1, 2));
    const bool round = minutes.back() == '0' || minutes.back() == '5';
    return hour < "24" && minutes < "60" && round ? hour + ":" + minutes : std::string{};
}

AgendaWords::AgendaWords(const RuleSet& rules, std::string_view language)
    : group_(group_or_default(rules, language, "agenda")),
      dates_(rules.dates(language)),
      purposes_(table_or_default(rules, language, "agenda-purpose")) {}

RuleMatch AgendaWords::field(std::string_view text, std::string_view role) const {
    if (text.size() > longest_line) return {};
    return best_match(group_, text, {RuleKind::field, {std::string(role)}, BlockKind::paragraph});
}

RuleMatch AgendaWords::heading(std::string_view text, std::string_view role) const {
    if (text.size() > longest_line) return {};
    return best_match(group_, trim(text), {RuleKind::heading, {std::string(role)}, BlockKind::heading});
}

RuleMatch AgendaWords::opening(std::string_view text) const {
    text = trim(text);
    const RuleMatch whole = heading(text, "opens");
    if (whole.rule != nullptr || text.size() > longest_line) return whole;
    const auto dates = dates_.dates(text);
    if (dates.empty() || !without_marks(text.substr(dates.back().range.end)).empty()) return {};
    std::string_view before = without_open_end(text.substr(0, dates.front().range.begin));
    const std::size_t space = before.find_last_of(' ');
    if (space != std::string_view::npos && before.size() - space - 1 <= longest_article)
        before = without_open_end(before.substr(0, space));
    return heading(before, "opens");
}

std::optional<ProgrammeSetting> AgendaWords::opening_day(std::string_view text, const DateContext& context) const {
    if (text.size() > longest_line || opening(text).rule == nullptr) return std::nullopt;
    const auto dates = dates_.dates(text, context);
    if (dates.size() != 1 || dates[0].end || !dates[0].has_year() || dates[0].precision() != 3) return std::nullopt;
    ProgrammeSetting found;
    found.day = dates[0].start;
    return found;
}

bool AgendaWords::is_programme_heading(std::string_view text) const {
    if (is(text, "session") || is(text, "break")) return true;
    const CleanTitle found = clean(text);
    return !found.start.empty() && found.title.size() < text.size();
}

bool AgendaWords::tells_proceedings(std::string_view paragraph) const {
    return best_match(group_, paragraph, {RuleKind::cue, {"proceedings"}, BlockKind::paragraph}).rule != nullptr;
}

RuleMatch AgendaWords::column(std::string_view header) const {
    if (header.size() > longest_line) return {};
    return best_match(group_, header, {RuleKind::column, {"column"}, BlockKind::table});
}

bool AgendaWords::announces_agenda(std::string_view sentence) const {
    if (sentence.size() > longest_line) return false;
    return best_match(group_, sentence, {RuleKind::cue, {"opens"}, BlockKind::paragraph}).rule != nullptr;
}

/// "Tuesday, 0900-1130, Hall 2": the times of a line that only sets what follows stand anywhere in it.
void AgendaWords::take_compact_out(std::string& line, ProgrammeSetting& found) const {
    const RuleMatch inside = field(line, "compact-inside");
    CleanTitle compact{inside.rule == nullptr ? without_marks(line) : inside.field(line, "times")};
    if (!take_compact_times(compact)) return;
    found.start = compact.start;
    found.end = compact.end;
    line = inside.rule == nullptr
               ? std::string(compact.title)
               : std::string(inside.field(line, "before")) + " " + std::string(inside.field(line, "rest"));
}

/// Takes all times, and the zone they are in, out of a line; the part that they enclose begins with the first and ends
/// with the last; what stands in brackets behind them is the same in another zone.
void AgendaWords::take_times_out(std::string& line, ProgrammeSetting& found) const {
    auto times = dates_.times(line);
    const auto in_another_zone = [&](const FoundTime& time) {
        const std::string_view before = trim(std::string_view(line).substr(0, time.range.begin));
        return before.ends_with('(') || before.ends_with('/') || before.ends_with('=');
    };
    const auto own = std::find_if(times.begin() + (times.empty() ? 0 : 1), times.end(), in_another_zone);
    if (!times.empty()) found.start = times.front().start, found.end = std::prev(own)->end;
    for (auto time = times.rbegin(); time != times.rend(); ++time) line.erase(time->range.begin, time->range.size());
    if (times.empty()) take_compact_out(line, found);
    const RuleMatch zone = found.start.empty() ? RuleMatch{} : field(line, "zone");
    if (zone.rule != nullptr) line.erase(zone.range.begin, zone.range.size());
}

/// What is left of a line without its date and times: nothing, or the name of a part of the programme.
bool AgendaWords::take_rest(std::string_view line, ProgrammeSetting& found) const {
    const std::string_view rest = without_marks(line);
    const RuleMatch part = field(rest, "part");
    if (part.rule != nullptr) found.part = collapse_space(part.field(rest, "part"));
    return part.rule != nullptr || rest.empty() || is(line, "filler");
}

/// As `take_rest`, of a line that may end with the room.
bool AgendaWords::take_rest_in_room(std::string_view line, ProgrammeSetting& found) const {
    if (take_rest(line, found)) return true;
    const RuleMatch room = field(line, "room");
    return room.rule != nullptr && take_rest(line.substr(0, room.range.begin), found);
}

bool AgendaWords::take_day(std::string_view line, const DateContext& context, ProgrammeSetting& found) const {
    const RuleMatch part = field(line, "part-before");
    if (part.rule != nullptr) {
        const std::string name = collapse_space(part.field(line, "part"));
        if (!take_day(part.field(line, "rest"), context, found)) return false;
        if (found.part.empty()) found.part = name;
        return true;
    }
    const RuleMatch counted = field(line, "day");
    const std::string_view text = counted.rule != nullptr ? counted.field(line, "date") : line;
    const auto dates = dates_.dates(text, context);
    if (dates.size() != 1 || dates[0].end || dates[0].precision() != 3) return false;
    std::string rest =
        std::string(text.substr(0, dates[0].range.begin)) + " " + std::string(text.substr(dates[0].range.end));
    take_times_out(rest, found);
    if (!take_rest_in_room(rest, found)) return false;
    if (dates[0].has_year()) {
        found.day = dates[0].start;
    } else {
        found.undated = dates[0].start;
    }
    found.plain_date = dates[0].weekday < 0 && counted.rule == nullptr;
    return true;
}

/// "Thursday", "Thursday morning (10:00–13:00)", "Day 2": days that only the meeting's dates tell.
bool AgendaWords::take_relative_day(std::string_view line, ProgrammeSetting& found) const {
    std::string rest(line);
    take_times_out(rest, found);
    const RuleMatch counted = field(without_marks(rest), "day-number");
    if (counted.rule != nullptr) {
        const std::string_view number = counted.field(without_marks(rest), "number");
        for (const char c : number) found.day_number = found.day_number * 10 + (c - '0');
        return true;
    }
    const std::string_view text = without_marks(rest);
    const std::string_view word = text.substr(0, text.find_first_of(" ,:("));
    const auto weekday = dates_.words().weekdays.find(to_lower(word));
    if (weekday == dates_.words().weekdays.end() || !take_rest(text.substr(word.size()), found)) return false;
    found.weekday = weekday->second.number;
    return true;
}

std::optional<FoundTime> AgendaWords::times(std::string_view line) const {
    CleanTitle clean{trim(line)};
    if (line.size() > longest_line || !take_time(clean) || !without_marks(clean.title).empty()) return std::nullopt;
    return FoundTime{{0, line.size()}, clean.start, clean.end};
}

std::optional<ProgrammeSetting> AgendaWords::setting(std::string_view line, const DateContext& context) const {
    line = without_emphasis(line);
    if (line.empty() || line.size() > longest_line) return std::nullopt;
    ProgrammeSetting found;
    if (take_day(line, context, found)) return found;
    found = {};
    if (take_relative_day(line, found)) return found;
    found = {};
    std::string rest(line);
    take_times_out(rest, found);
    found.pause = is(without_marks(rest), "break");
    if (found.pause) return found;
    if (found.start.empty() ? !take_rest(rest, found) : !take_rest_in_room(rest, found)) return std::nullopt;
    return found.part.empty() && found.start.empty() ? std::nullopt : std::optional(found);
}

std::optional<ProgrammeSetting> AgendaWords::front_day(std::string_view line, const DateContext& context) const {
    if (line.size() > longest_line) return std::nullopt;
    const auto dates = dates_.dates(line, context);
    if (dates.size() != 1 || dates[0].end || !dates[0].has_year() || dates[0].precision() != 3) return std::nullopt;
    ProgrammeSetting found;
    std::string rest =
        std::string(line.substr(0, dates[0].range.begin)) + " " + std::string(line.substr(dates[0].range.end));
    take_times_out(rest, found);
    if (dates[0].weekday < 0 && found.start.empty()) return std::nullopt;
    found.day = dates[0].start;
    return found;
}

bool AgendaWords::take_compact_times(CleanTitle& clean) const {
    const RuleMatch found = field(clean.title, "compact-times");
    if (found.rule == nullptr) return false;
    const auto time = [&](std::string_view hour, std::string_view minute) {
        const std::string_view hours = found.field(clean.title, hour), minutes = found.field(clean.title, minute);
        return (hours.size() < 2 ? "0" : "") + std::string(hours) + ":" +
               (minutes.empty() ? "00" : std::string(minutes));
    };
    const std::string start = time("from_hour", "from_minute"), end = time("to_hour", "to_minute");
    if (found.rule->priority > 50 && (!is_round(start) || !is_round(end))) return false;  // "1919-2019" are years
    clean.start = start;
    clean.end = end;
    clean.title = found.field(clean.title, "rest");
    return true;
}

/// "Port dues (9:30–10:15, Lea Tanaka)".
bool AgendaWords::take_time_and_people(const FoundTime& time, CleanTitle& clean) {
    const std::string_view before = trim(clean.title.substr(0, time.range.begin));
    const std::string_view behind = trim(clean.title.substr(time.range.end));
    if (!before.ends_with('(') || !behind.ends_with(')') || !(behind.starts_with(',') || behind.starts_with(';')))
        return false;
    clean.start = time.start;
    clean.end = time.end;
    clean.people = trim(behind.substr(1, behind.size() - 2));
    clean.title = without_open_end(before);
    return true;
}

bool AgendaWords::take_time(CleanTitle& clean) const {
    if (take_compact_times(clean)) return true;
    const auto found = dates_.times(clean.title);
    if (found.empty()) return false;
    const std::string_view before = clean.title.substr(0, found.front().range.begin);
    const std::string_view behind = clean.title.substr(found.back().range.end);
    if (without_marks(before).empty()) {
        clean.start = found.front().start;
        clean.end = found.front().end;
        clean.title = without_separator(clean.title.substr(found.front().range.end));
    } else if (without_marks(behind).empty() && (!found.back().end.empty() || trim(before).ends_with('('))) {
        clean.start = found.back().start;
        clean.end = found.back().end;
        clean.title = without_open_end(clean.title.substr(0, found.back().range.begin));
    } else if (!take_time_and_people(found.back(), clean)) {
        return false;
    }
    const RuleMatch unit = field(clean.title, "after-time");
    if (unit.rule != nullptr) clean.title = without_separator(unit.field(clean.title, "title"));
    return true;
}

CleanTitle AgendaWords::clean(std::string_view line) const {
    CleanTitle clean{without_emphasis(line)};
    if (line.size() > longest_line) return clean;
    clean.timed = take_time(clean);
    const RuleMatch before = field(clean.title, "before");
    if (before.rule != nullptr) {
        clean.title = before.field(clean.title, "title");
        clean.timed = true;
    }
    for (int i = 0; i < most_extras; ++i) {
        const RuleMatch behind = field(clean.title, "behind");
        if (behind.rule == nullptr) break;
        const std::string found = purpose(behind.field(clean.title, "purpose"));
        if (!found.empty()) clean.purpose = found;
        if (const std::string_view people = behind.field(clean.title, "people"); !people.empty()) clean.people = people;
        if (const std::string_view leader = behind.field(clean.title, "leader"); !leader.empty()) clean.leader = leader;
        clean.timed = clean.timed || !behind.field(clean.title, "timed").empty();
        clean.title = behind.field(clean.title, "title");
    }
    return clean;
}

std::string AgendaWords::label_line(std::string_view line) const {
    const RuleMatch found = field(trim(line), "label-line");
    return found.rule == nullptr ? std::string{} : bare_label(found.field(trim(line), "number"));
}

std::string_view AgendaWords::continued(std::string_view title) const {
    return field(title, "continued").field(title, "title");
}

std::optional<NumberedTitle> AgendaWords::numbered(std::string_view line) const {
    const RuleMatch found = field(line, "numbered");
    if (found.rule == nullptr) return std::nullopt;
    return NumberedTitle{bare_label(found.field(line, "number")), found.field(line, "title")};
}

std::optional<NumberedTitle> AgendaWords::numbered_inside(std::string_view line) const {
    const RuleMatch found = field(line, "numbered-inside");
    if (found.rule == nullptr) return std::nullopt;
    return NumberedTitle{bare_label(found.field(line, "number")), trim(found.field(line, "title")),
                         trim(found.field(line, "before"))};
}

std::string_view AgendaWords::up_to_role(std::string_view line) const {
    const RuleMatch found = field(line, "role-inside");
    return found.rule == nullptr ? line : trim(found.field(line, "before"));
}

std::string AgendaWords::purpose(std::string_view printed) const {
    const std::string word = to_lower(trim(printed));
    if (word.empty() || purposes_ == nullptr) return {};
    for (const TableEntry& entry : purposes_->entries) {
        const auto words = split(entry.value, '|');
        if (std::find(words.begin(), words.end(), word) != words.end()) return entry.key;
    }
    return {};
}

std::string_view AgendaWords::without_room(std::string_view line) const {
    const RuleMatch room = field(line, "room-tail");
    return room.rule == nullptr ? line : room.field(line, "title");
}

bool AgendaWords::only_dates(std::string_view line) const {
    const auto dates = dates_.dates(line);
    if (dates.empty() || line.size() > longest_line) return false;
    std::string rest;
    std::size_t from = 0;
    for (const FoundDate& date : dates) {
        rest += line.substr(from, date.range.begin - from);
        from = date.range.end;
    }
    rest += line.substr(from);
    ProgrammeSetting found;
    take_times_out(rest, found);
    return without_marks(rest).empty() || is(rest, "filler");
}

bool AgendaWords::can_be_title(std::string_view text) const {
    text = trim(text);
    if (text.size() < 2 || text.size() > longest_title || is(text, "no-item") || is(text, "break")) return false;
    if (const RuleMatch room = field(text, "room"); room.rule != nullptr && room.range.begin == 0) return false;
    return !is(text, "remark") && !is(text, "running");
}

}  // namespace rapporteur
