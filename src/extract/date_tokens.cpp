#include "extract/date_tokens.h"

#include <optional>

#include "support/text.h"

namespace rapporteur {
namespace {

bool ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// As `fold`, without its cost for the words of most languages.
std::string folded(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return fold(text);  // what is small already folds to itself
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

struct Digits {
    std::size_t end = 0;
    int value = 0;
};

/// The digits from `at`; longer runs than any year keep their end but no value.
Digits digits_at(std::string_view text, std::size_t at) {
    Digits digits{at, 0};
    while (digits.end < text.size() && ascii_digit(text[digits.end])) {
        if (digits.end - at < 5) digits.value = digits.value * 10 + (text[digits.end] - '0');
        ++digits.end;
    }
    return digits;
}

class Lexer {
public:
    Lexer(std::string_view text, const DateWords& words) : text_(text), words_(words) {}

    std::vector<DateToken> run() {
        constexpr std::size_t bytes_of_token = 6;  // or so
        tokens_.reserve(text_.size() / bytes_of_token + 1);
        while (at_ < text_.size()) {
            const CodePoint c = decode_at(text_, at_);
            if (is_space(c.value)) {
                at_ += c.bytes;
            } else if (ascii_digit(text_[at_])) {
                number();
            } else if (is_alpha(c.value)) {
                word();
            } else {
                sign(c);
            }
        }
        return std::move(tokens_);
    }

private:
    DateToken& add(DateTokenKind kind, std::size_t end) {
        tokens_.push_back({});
        tokens_.back().kind = kind;
        tokens_.back().range = {at_, end};
        tokens_.back().telling = kind != DateTokenKind::word && kind != DateTokenKind::sign;
        at_ = end;
        return tokens_.back();
    }

    bool digit_at(std::size_t at) const { return at < text_.size() && ascii_digit(text_[at]); }

    void number() {
        const Digits first = digits_at(text_, at_);
        if (numeric_date(first) || clock(first)) return;
        const std::size_t begin = at_;
        DateToken& token = add(DateTokenKind::number, first.end);
        token.number = first.value;
        token.digits = first.end - begin;
        token.word = text_.substr(begin, token.digits);
        ordinal_suffix(token);
    }

    void ordinal_suffix(DateToken& token) {
        for (const std::string& suffix : words_.ordinal_suffixes) {
            const std::size_t end = at_ + suffix.size();
            if (end > text_.size() || to_lower(text_.substr(at_, suffix.size())) != suffix) continue;
            if (end < text_.size() && is_alpha(decode_at(text_, end).value)) continue;
            token.ordinal = true;
            token.range.end = at_ = end;
            return;
        }
    }

    /// "2011-05-02", "25.12.2011", "12/25/2011": taken whole, so that no part of an ambiguous date is read as another.
    bool numeric_date(const Digits& first) {
        const char separator = first.end < text_.size() ? text_[first.end] : ' ';
        if ((separator != '-' && separator != '.' && separator != '/') || !digit_at(first.end + 1)) return false;
        const Digits second = digits_at(text_, first.end + 1);
        if (second.end >= text_.size() || text_[second.end] != separator || !digit_at(second.end + 1)) return false;
        const Digits third = digits_at(text_, second.end + 1);
        const std::size_t sizes[] = {first.end - at_, second.end - first.end - 1, third.end - second.end - 1};
        PartialDate date;
        if (sizes[0] == 4 && sizes[1] <= 2 && sizes[2] <= 2) {
            date = {first.value, second.value, third.value};
        } else if (sizes[0] <= 2 && sizes[1] <= 2 && sizes[2] == 4) {
            date = by_elimination(first.value, second.value, third.value);
        } else if (separator == '-') {
            return false;
        }
        DateToken& token = add(DateTokenKind::numeric, third.end);
        token.date = is_valid(date) ? date : PartialDate{};
        skip_time_mark();
        return true;
    }

    /// ISO 8601 joins the time by a T.
    void skip_time_mark() {
        if (at_ + 1 < text_.size() && text_[at_] == 'T' && ascii_digit(text_[at_ + 1])) ++at_;
    }

    /// Day and month of figures where only one order is possible.
    static PartialDate by_elimination(int a, int b, int year) {
        if (a > 12 || a == b) return {year, b, a};
        if (b > 12) return {year, a, b};
        return {};
    }

    bool clock(const Digits& hour) {
        if (hour.end - at_ > 2 || hour.value > 24 || hour.end >= text_.size()) return false;
        const char separator = text_[hour.end];
        if (separator != ':' && separator != '.' && separator != 'h') return false;
        if (!digit_at(hour.end + 1)) return false;
        const Digits minute = digits_at(text_, hour.end + 1);
        if (minute.end - hour.end != 3 || minute.value > 59) return false;
        // A full stop divides decimals as well: only round minutes can be a time.
        if (separator == '.' && minute.value % 5 != 0) return false;
        if (separator == '.' && minute.end + 1 < text_.size() && text_[minute.end] == '.' && digit_at(minute.end + 1)) {
            return false;
        }
        DateToken& token = add(DateTokenKind::clock, minute.end);
        token.number = hour.value;
        token.minute = minute.value;
        token.colon = separator != '.';
        skip_seconds();
        return true;
    }

    void skip_seconds() {
        if (at_ + 2 < text_.size() && text_[at_] == ':' && ascii_digit(text_[at_ + 1]) && ascii_digit(text_[at_ + 2])) {
            tokens_.back().range.end = at_ += 3;
        }
    }

    void word() {
        std::size_t end = at_;
        while (end < text_.size()) {
            if (ascii_letter(text_[end])) {
                ++end;
                continue;
            }
            const CodePoint c = decode_at(text_, end);
            if (!is_alpha(c.value)) break;
            end += c.bytes;
        }
        std::string letters(text_.substr(at_, end - at_));
        while (letters.size() <= 2 && end + 1 < text_.size() && text_[end] == '.' && ascii_letter(text_[end + 1]) &&
               (end + 2 == text_.size() || !is_alpha(decode_at(text_, end + 2).value))) {
            letters += text_[end + 1];
            end += 2;
        }
        if (letters.size() > 1 && end < text_.size() && text_[end] == '.' && end - at_ == 2 * letters.size() - 1) ++end;
        const bool capital = is_upper(decode_at(text_, at_).value);
        DateToken& token = add(DateTokenKind::word, end);
        token.word = folded(std::move(letters));
        token.capital = capital;
        token.telling = words_.telling.contains(token.word);
    }

    void sign(const CodePoint& c) {
        DateToken& token = add(DateTokenKind::sign, at_ + c.bytes);
        token.word = folded(std::string(text_.substr(token.range.begin, c.bytes)));
    }

    std::string_view text_;
    const DateWords& words_;
    std::size_t at_ = 0;
    std::vector<DateToken> tokens_;
};

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text, const DateWords& words) { return Lexer(text, words).run(); }

}  // namespace rapporteur
