#include "extract/dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "extract/date_forms.h"
#include "extract/date_tokens.h"
#include "extract/date_year.h"
#include "support/text.h"
#include "support/two_digits.h"

namespace rapporteur {
namespace {

/// A form begins no more than this many words before its first figure or name: "entre le 3", "à la mi-mars".
constexpr std::size_t farthest_telling = 2;

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

/// "midi" in "après-midi".
bool is_part_of_word(std::string_view text, std::size_t at) {
    return at > 1 && text[at - 1] == '-' && !is_figure(text[at]) && joins_word(text[at - 2]);
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

bool any_telling(const std::vector<DateToken>& tokens) {
    return std::any_of(tokens.begin(), tokens.end(), [](const DateToken& token) { return token.telling; });
}

/// What stands at token `at`; a form that begins after the words before it goes first where it reaches as far.
std::optional<FormMatch> match_at(const std::vector<DateForm>& forms, const std::vector<DateToken>& tokens,
                                  std::size_t at, const DateWords& words) {
    const std::size_t last = std::min(at + farthest_telling, tokens.size() - 1);
    const bool near = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(at),
                                  tokens.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                                  [](const DateToken& token) { return token.telling; });
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
    if (!any_telling(tokens)) return dates;
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
    give_years(dates, context, tokens, words_);
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
    if (!any_telling(tokens)) return times;
    for (std::size_t at = 0; at < tokens.size();) {
        const std::optional<FormMatch> match = match_at(words_.times, tokens, at, words_);
        std::optional<FoundTime> found;
        if (match) found = read_time(*match, range_of(*match, tokens));
        if (found && starts_free(text, found->range.begin) && !is_part_of_word(text, found->range.begin) &&
            ends_free(text, found->range.end)) {
            times.push_back(std::move(*found));
            at = match->last;
        } else {
            ++at;
        }
    }
    return times;
}

}  // namespace rapporteur
