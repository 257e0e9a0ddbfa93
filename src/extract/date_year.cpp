#include "extract/date_year.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace rapporteur {
namespace {

/// Two years are equally near where their distances differ by less than this many days.
constexpr long near_enough = 60;
/// The verb that tells the tense of a date stands within so many bytes.
constexpr std::size_t farthest_verb = 300;

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
    YearGiver(const DateContext& context, const std::vector<DateToken>& tokens, const DateWords& words)
        : context_(context), tokens_(tokens), words_(words) {}

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
};

}  // namespace

void give_years(std::vector<FoundDate>& dates, const DateContext& context, const std::vector<DateToken>& tokens,
                const DateWords& words) {
    YearGiver(context, tokens, words).give(dates);
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
