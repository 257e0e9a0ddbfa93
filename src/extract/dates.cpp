#include "extract/dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "extract/date_forms.h"
#include "extract/date_tokens.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Two years are equally near where their distances differ by less than this many days.
constexpr long near_enough = 60;
/// The verb that tells the tense of a date stands within so many bytes.
constexpr std::size_t farthest_verb = 300;

bool is_figure(char c) { return c >= '0' && c <= '9'; }

bool joins_word(char c) { return is_figure(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/// The T between date and time of ISO 8601.
bool is_time_mark(std::string_view text, std::size_t at) {
    return text[at] == 'T' && at > 0 && at + 1 < text.size() && is_figure(text[at - 1]) && is_figure(text[at + 1]);
}

/// False inside symbols, numbers and addresses: "A/68/19 May", "v.2.5", "#12 May".
bool starts_free(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const char before = text[at - 1];
    if (is_time_mark(text, at - 1)) return true;
    if (joins_word(before) || before == '/' || before == '#' || before == '@') return false;
    return !((before == '.' || before == '-' || before == ',') && at > 1 && is_figure(text[at - 2]));
}

bool ends_free(std::string_view text, std::size_t end) {
    if (end >= text.size() || is_time_mark(text, end)) return true;
    if (joins_word(text[end]) || text[end] == '%') return false;
    const bool joint = text[end] == '/' || text[end] == '.' || text[end] == ':';
    return !(joint && end + 1 < text.size() && is_figure(text[end + 1]));
}

Range range_of(const FormMatch& match, const std::vector<DateToken>& tokens) {
    return {tokens[match.first].range.begin, tokens[match.last - 1].range.end};
}

bool real(const PartialDate& date) {
    PartialDate tried = date;
    if (tried.year == 0) tried.year = 2000;  // a leap year: the day may exist
    return is_valid(tried);
}

/// Start and end of a range that is printed with one year or one month for both.
void spread(const FormMatch& match, FoundDate& found) {
    PartialDate start{match.year, match.month, match.day};
    PartialDate end{match.year_end, match.month_end, match.day_end};
    if (end.month == 0) end.month = start.month;
    if (start.month == 0 && match.month_end != 0) start.month = end.month;
    if (end.year == 0) end.year = start.year;
    if (start.year == 0) start.year = end.year != 0 && start.month > end.month ? end.year - 1 : end.year;
    found.start = start;
    found.end = end;
}

std::vector<FoundDate> each_day(const FormMatch& match, FoundDate found) {
    std::vector<FoundDate> dates;
    for (int day : match.days) {
        found.start = {match.year, match.month, day};
        found.end.reset();
        const bool next = !dates.empty() && dates.back().last().day + 1 == day;
        if (next) {
            dates.back().end = found.start;
        } else {
            dates.push_back(found);
        }
    }
    return dates;
}

std::vector<FoundDate> read(const FormMatch& match, Range range) {
    FoundDate found;
    found.range = range;
    found.weekday = match.weekday;
    if (!match.days.empty()) return each_day(match, found);
    if (match.numeric) {
        found.start = *match.numeric;
        found.end = match.numeric_end;
    } else if (match.day_end != 0 || match.month_end != 0 || match.year_end != 0) {
        spread(match, found);
    } else {
        found.start = {match.year, match.month, match.day};
    }
    if (found.start.year == 0) found.year_from = YearFrom::unknown;
    return {found};
}

bool sound(const FoundDate& found) {
    if (!real(found.start) || !real(found.last())) return false;
    return found.start.year == 0 || !(found.last() < found.start);
}

/// Gives both ends of a range their year.
void set_year(FoundDate& found, int year, YearFrom from) {
    found.start.year = year;
    if (found.end) found.end->year = found.end->month < found.start.month ? year + 1 : year;
    found.year_from = from;
}

bool exists(const FoundDate& found, int year) {
    FoundDate tried = found;
    set_year(tried, year, YearFrom::unknown);
    return is_valid(tried.start) && is_valid(tried.last());
}

bool falls_on_weekday(const FoundDate& found, int year) {
    return exists(found, year) && weekday({year, found.start.month, found.start.day}) == found.weekday;
}

/// How far the sentence around a date speaks of things to come (positive) or past (negative).
int tense_around(const std::vector<DateToken>& tokens, const Range& range, const DateWords& words) {
    int tense = 0;
    const std::size_t from = range.begin > farthest_verb ? range.begin - farthest_verb : 0;
    auto first = std::lower_bound(tokens.begin(), tokens.end(), from,
                                  [](const DateToken& t, std::size_t at) { return t.range.begin < at; });
    for (; first != tokens.end() && first->range.begin < range.end + farthest_verb; ++first) {
        const DateToken& token = *first;
        if (token.word == "." && token.range.begin < range.begin) tense = 0;
        if (token.word == "." && token.range.begin >= range.end) break;
        if (words.in_class("future", token.word)) ++tense;
        if (words.in_class("past", token.word)) --tense;
    }
    return tense;
}

/// Supplies years to the dates of one text.
class YearGiver {
public:
    YearGiver(const DateContext& context, const std::vector<DateToken>& tokens, const DateWords& words,
              std::string_view text)
        : context_(context), tokens_(tokens), words_(words), text_(text) {}

    void give(std::vector<FoundDate>& dates) const {
        for (std::size_t i = dates.size(); i-- > 0;) {
            FoundDate& found = dates[i];
            if (found.has_year()) {
                check_weekday(found);
                continue;
            }
            const bool listed = i + 1 < dates.size() && from_next(found, dates[i + 1]);
            if (!listed && !from_weekday(found) && !from_context(found)) from_document(found);
        }
    }

private:
    static void check_weekday(FoundDate& found) {
        if (found.weekday < 0 || found.start.day == 0) return;
        found.weekday_conflict = weekday(found.start) != found.weekday;
    }

    /// Only words of joining stand between this date and the next, which has a year.
    bool from_next(FoundDate& found, const FoundDate& next) const {
        if (next.year_from != YearFrom::printed && next.year_from != YearFrom::sentence) return false;
        if (next.precision() < found.precision() || next.range.begin <= found.range.end) return false;
        if (!only_joints(found.range.end, next.range.begin)) return false;
        const int year = next.start.year - (found.start.month > next.start.month ? 1 : 0);
        if (!exists(found, year)) return false;
        set_year(found, year, YearFrom::sentence);
        check_weekday(found);
        return true;
    }

    bool only_joints(std::size_t begin, std::size_t end) const {
        auto token = std::lower_bound(tokens_.begin(), tokens_.end(), begin,
                                      [](const DateToken& t, std::size_t at) { return t.range.begin < at; });
        for (; token != tokens_.end() && token->range.begin < end; ++token) {
            if (!words_.in_class("and", token->word) && !words_.in_class("on", token->word)) return false;
        }
        return true;
    }

    std::vector<int> candidates() const {
        if (context_.year != 0) return {context_.year};
        if (!context_.document) return {};
        const int year = context_.document->year;
        return {year, year - 1, year + 1};
    }

    bool from_weekday(FoundDate& found) const {
        if (found.weekday < 0 || found.start.day == 0) return false;
        for (int year : candidates()) {
            if (!falls_on_weekday(found, year)) continue;
            set_year(found, year, YearFrom::weekday);
            return true;
        }
        return false;
    }

    bool from_context(FoundDate& found) const {
        if (context_.year == 0 || !exists(found, context_.year)) return false;
        set_year(found, context_.year, YearFrom::context);
        check_weekday(found);
        return true;
    }

    void from_document(FoundDate& found) const {
        if (!context_.document || found.weekday >= 0) return;
        const std::optional<int> year =
            context_.document->month == 0 ? std::optional(context_.document->year) : nearest_year(found);
        if (year && exists(found, *year)) set_year(found, *year, YearFrom::document);
    }

    /// The year nearest to the document's date; of two as near as each other the one that the sentence's tense tells.
    std::optional<int> nearest_year(const FoundDate& found) const {
        const long today = day_number(*context_.document);
        std::array<std::pair<long, int>, 3> years;
        for (int i = 0; i < 3; ++i) {
            const int year = context_.document->year + i - 1;
            years[i] = {std::labs(day_number({year, found.start.month, found.start.day}) - today), year};
        }
        std::sort(years.begin(), years.end());
        if (years[1].first - years[0].first >= near_enough) return years[0].second;
        const int tense = tense_around(tokens_, found.range, words_);
        if (tense == 0) return std::nullopt;
        return tense > 0 ? std::max(years[0].second, years[1].second) : std::min(years[0].second, years[1].second);
    }

    const DateContext& context_;
    const std::vector<DateToken>& tokens_;
    const DateWords& words_;
    std::string_view text_;
};

std::string two_digits(int value) {
    return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

/// Hours 1 to 12 with "a.m." or "p.m." in 24 hours; nothing where the hour does not exist.
std::optional<int> full_hour(int hour, int half) {
    if (half < 0) return hour <= 24 ? std::optional(hour) : std::nullopt;
    if (hour > 12) return half == 12 && hour < 24 ? std::optional(hour) : std::nullopt;
    return hour % 12 + half;
}

std::optional<FoundTime> read_time(const FormMatch& match, Range range) {
    FoundTime found{range, {}, {}};
    int half = match.half;
    if (half < 0 && match.half_end >= 0) half = match.hour % 12 > match.hour_end % 12 ? 0 : match.half_end;
    const std::optional<int> start = full_hour(match.hour, half);
    if (!start) return std::nullopt;
    found.start = two_digits(*start) + ":" + two_digits(match.minute);
    if (match.hour_end < 0) return found;
    const std::optional<int> end = full_hour(match.hour_end, match.half_end);
    if (!end) return std::nullopt;
    found.end = two_digits(*end) + ":" + two_digits(match.minute_end);
    return found;
}

/// What stands at token `at`; a form that begins after the words before it goes first where it reaches as far.
std::optional<FormMatch> match_at(const std::vector<DateForm>& forms, const std::vector<DateToken>& tokens,
                                  std::size_t at, const DateWords& words) {
    const bool near = tokens[at].telling || (at + 1 < tokens.size() && tokens[at + 1].telling);
    if (!near) return std::nullopt;
    std::optional<FormMatch> match = match_forms(forms, tokens, at, words);
    if (!match || match->first == at) return match;
    std::optional<FormMatch> inner = match_forms(forms, tokens, match->first, words);
    return inner && inner->last >= match->last ? inner : match;
}

}  // namespace

std::vector<FoundDate> DateReader::dates(std::string_view text, const DateContext& context) const {
    const std::vector<DateToken> tokens = date_tokens(text, words_);
    std::vector<FoundDate> dates;
    for (std::size_t at = 0; at < tokens.size();) {
        const std::optional<FormMatch> match = match_at(words_.dates, tokens, at, words_);
        if (!match) {
            ++at;
            continue;
        }
        const Range range = range_of(*match, tokens);
        if (starts_free(text, range.begin) && ends_free(text, range.end)) {
            std::vector<FoundDate> found = read(*match, range);
            const bool all_sound = std::all_of(found.begin(), found.end(), sound);
            if (all_sound) dates.insert(dates.end(), found.begin(), found.end());
            at = match->last;
        } else {
            ++at;
        }
    }
    YearGiver(context, tokens, words_, text).give(dates);
    return dates;
}

std::vector<FoundDate> DateReader::only_dates(std::string_view text, const DateContext& context) const {
    std::vector<FoundDate> found = dates(text, context);
    std::size_t at = 0;
    for (const FoundDate& date : found) {
        if (date.range.begin > at && !rapporteur::words(text.substr(at, date.range.begin - at)).empty()) return {};
        at = std::max(at, date.range.end);
    }
    if (!rapporteur::words(text.substr(at)).empty()) return {};
    return found;
}

std::optional<FoundDate> DateReader::whole_date(std::string_view text, const DateContext& context) const {
    const std::vector<FoundDate> found = only_dates(text, context);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::vector<FoundTime> DateReader::times(std::string_view text) const {
    const std::vector<DateToken> tokens = date_tokens(text, words_);
    std::vector<FoundTime> times;
    for (std::size_t at = 0; at < tokens.size();) {
        const std::optional<FormMatch> match = match_at(words_.times, tokens, at, words_);
        std::optional<FoundTime> found;
        if (match) found = read_time(*match, range_of(*match, tokens));
        if (found && starts_free(text, found->range.begin) && ends_free(text, found->range.end)) {
            times.push_back(std::move(*found));
            at = match->last;
        } else {
            ++at;
        }
    }
    return times;
}

long day_number(const PartialDate& date) {
    const long month = date.month == 0 ? 7 : date.month;
    const long day = date.day == 0 ? (date.month == 0 ? 1 : 15) : date.day;
    // Days from the civil calendar: years begin in March, so that the leap day is the last of its year.
    const long year = date.year - (month <= 2 ? 1 : 0);
    const long era = (year >= 0 ? year : year - 399) / 400;
    const long year_of_era = year - era * 400;
    const long day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

}  // namespace rapporteur
