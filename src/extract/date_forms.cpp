#include "extract/date_forms.h"

#include <algorithm>

namespace rapporteur {
namespace {

constexpr int first_year = 1500;
constexpr int last_year = 2199;

/// One attempt to read one form at one place.
class Attempt {
public:
    Attempt(const DateForm& form, const std::vector<DateToken>& tokens, const DateWords& words)
        : form_(form), tokens_(tokens), words_(words) {
        match_.form = &form;
    }

    bool read(std::size_t element, std::size_t at) {
        if (element == form_.before) match_.first = at;
        if (element == form_.elements.size()) {
            match_.last = at;
            return at > match_.first;
        }
        const FormMatch saved = match_;
        if (at < tokens_.size()) {
            const std::size_t next = slot(form_.elements[element], at);
            if (next > at && read(element + 1, next)) return true;
            match_ = saved;
        }
        return form_.elements[element].optional && read(element + 1, at);
    }

    FormMatch& match() { return match_; }

private:
    /// The token after what the element reads at `at`, or `at` where it does not stand there.
    std::size_t slot(const FormElement& element, std::size_t at) {
        switch (element.slot) {
            case DateSlot::word:
                return std::find(element.words.begin(), element.words.end(), tokens_[at].word) != element.words.end()
                           ? at + 1
                           : at;
            case DateSlot::weekday:
                return name(words_.weekdays, at, match_.weekday);
            case DateSlot::day:
                return day(at, match_.day);
            case DateSlot::day_end:
                return day(at, match_.day_end);
            case DateSlot::days:
                return days(at);
            case DateSlot::month:
                return name(words_.months, at, match_.month);
            case DateSlot::month_end:
                return name(words_.months, at, match_.month_end);
            case DateSlot::year:
                return year(at, match_.year);
            case DateSlot::year_end:
                return year(at, match_.year_end);
            case DateSlot::numeric:
                return numeric(at, match_.numeric);
            case DateSlot::numeric_end:
                return numeric(at, match_.numeric_end);
            default:
                return time_slot(element.slot, at);
        }
    }

    std::size_t time_slot(DateSlot slot, std::size_t at) {
        switch (slot) {
            case DateSlot::clock:
                return clock(at, match_.hour, match_.minute);
            case DateSlot::clock_end:
                return clock(at, match_.hour_end, match_.minute_end);
            case DateSlot::colon_clock:
                return tokens_[at].colon ? clock(at, match_.hour, match_.minute) : at;
            case DateSlot::hour:
                return hour(at, match_.hour);
            case DateSlot::hour_end:
                return hour(at, match_.hour_end);
            case DateSlot::minute:
                return minute(at, match_.minute);
            case DateSlot::minute_end:
                return minute(at, match_.minute_end);
            case DateSlot::compact:
                return compact(at, match_.hour, match_.minute);
            case DateSlot::compact_end:
                return compact(at, match_.hour_end, match_.minute_end);
            case DateSlot::meridiem:
                return number(words_.meridiems, at, match_.half);
            case DateSlot::meridiem_end:
                return number(words_.meridiems, at, match_.half_end);
            case DateSlot::named:
                return number(words_.named_hours, at, match_.hour);
            case DateSlot::named_end:
                return number(words_.named_hours, at, match_.hour_end);
            default:
                return at;
        }
    }

    bool touches(std::size_t left) const {
        return left + 1 < tokens_.size() && tokens_[left].range.end == tokens_[left + 1].range.begin;
    }

    std::size_t name(const std::map<std::string, DateName, std::less<>>& names, std::size_t at, int& value) const {
        const DateToken& token = tokens_[at];
        const auto found = token.kind == DateTokenKind::word ? names.find(token.word) : names.end();
        if (found == names.end() || (found->second.capital && !token.capital)) return at;
        value = found->second.number;
        const bool stop = found->second.abbreviated && touches(at) && tokens_[at + 1].word == ".";
        return at + 1 + (stop ? 1 : 0);
    }

    std::size_t number(const std::map<std::string, int, std::less<>>& names, std::size_t at, int& value) const {
        const auto found = names.find(tokens_[at].word);
        if (found == names.end()) return at;
        value = found->second;
        return at + 1;
    }

    std::size_t day(std::size_t at, int& value) const {
        const DateToken& token = tokens_[at];
        if (token.kind == DateTokenKind::word) return number(words_.day_ordinals, at, value);
        if (token.kind != DateTokenKind::number || token.digits > 2 || token.number < 1 || token.number > 31) return at;
        value = token.number;
        return at + 1;
    }

    std::size_t days(std::size_t at) {
        const std::size_t begin = at;
        int value = 0;
        std::size_t next = day(at, value);
        while (next > at) {
            match_.days.push_back(value);
            at = next;
            const std::size_t joint = after_joint(at);
            if (joint == at || joint >= tokens_.size()) break;
            next = day(joint, value);
            if (next == joint || value <= match_.days.back()) break;  // "No. 14, 6 May" lists no days
        }
        return match_.days.size() > 1 ? at : begin;
    }

    /// What joins the days of a list: "," and "and", with the next day's weekday.
    std::size_t after_joint(std::size_t at) const {
        const auto joins = [&](std::size_t i) { return i < tokens_.size() && words_.in_class("and", tokens_[i].word); };
        const std::size_t begin = at;
        while (joins(at)) ++at;
        int weekday = 0;
        if (at == begin || at >= tokens_.size() || name(words_.weekdays, at, weekday) == at) return at;
        at = name(words_.weekdays, at, weekday);
        return joins(at) ? at + 1 : at;
    }

    std::size_t year(std::size_t at, int& value) const {
        const DateToken& token = tokens_[at];
        if (token.kind != DateTokenKind::number || token.digits != 4 || token.ordinal) return at;
        if (token.number < first_year || token.number > last_year) return at;
        value = token.number;
        return at + 1;
    }

    std::size_t numeric(std::size_t at, std::optional<PartialDate>& value) const {
        if (tokens_[at].kind != DateTokenKind::numeric || tokens_[at].date.year == 0) return at;
        value = tokens_[at].date;
        return at + 1;
    }

    std::size_t clock(std::size_t at, int& hour, int& minute) const {
        if (tokens_[at].kind != DateTokenKind::clock) return at;
        hour = tokens_[at].number;
        minute = tokens_[at].minute;
        return at + 1;
    }

    std::size_t hour(std::size_t at, int& value) const {
        const DateToken& token = tokens_[at];
        if (token.kind != DateTokenKind::number || token.digits > 2 || token.ordinal || token.number > 24) return at;
        value = token.number;
        return at + 1;
    }

    std::size_t minute(std::size_t at, int& value) const {
        const DateToken& token = tokens_[at];
        if (token.kind != DateTokenKind::number || token.digits != 2 || token.number > 59) return at;
        value = token.number;
        return at + 1;
    }

    std::size_t compact(std::size_t at, int& hour, int& minute) const {
        const DateToken& token = tokens_[at];
        const bool four = token.kind == DateTokenKind::number && (token.digits == 3 || token.digits == 4);
        if (!four || token.number / 100 > 24 || token.number % 100 > 59) return at;
        hour = token.number / 100;
        minute = token.number % 100;
        return at + 1;
    }

    const DateForm& form_;
    const std::vector<DateToken>& tokens_;
    const DateWords& words_;
    FormMatch match_;
};

/// False only where the element cannot begin with that token, told by what is cheap to compare.
bool may_read(const FormElement& element, const DateToken& token) {
    switch (element.slot) {
        case DateSlot::word:
            return std::find(element.words.begin(), element.words.end(), token.word) != element.words.end();
        case DateSlot::weekday:
        case DateSlot::month:
        case DateSlot::month_end:
            return token.kind == DateTokenKind::word && token.telling;
        case DateSlot::year:
        case DateSlot::hour:
        case DateSlot::minute:
        case DateSlot::compact:
            return token.kind == DateTokenKind::number;
        case DateSlot::numeric:
            return token.kind == DateTokenKind::numeric;
        case DateSlot::clock:
        case DateSlot::colon_clock:
            return token.kind == DateTokenKind::clock;
        default:
            return true;
    }
}

/// Most forms fail at their first word: no attempt is made of those.
bool may_begin(const DateForm& form, const DateToken& token) {
    for (const FormElement& element : form.elements) {
        if (may_read(element, token)) return true;
        if (!element.optional) return false;
    }
    return true;
}

}  // namespace

std::optional<FormMatch> match_forms(const std::vector<DateForm>& forms, const std::vector<DateToken>& tokens,
                                     std::size_t at, const DateWords& words) {
    std::optional<FormMatch> best;
    for (const DateForm& form : forms) {
        if (!may_begin(form, tokens[at])) continue;
        Attempt attempt(form, tokens, words);
        if (attempt.read(0, at) && (!best || attempt.match().last > best->last)) best = std::move(attempt.match());
    }
    return best;
}

}  // namespace rapporteur
