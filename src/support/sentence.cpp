#include <unicode/uchar.h>

#include <algorithm>
#include <span>

#include "support/text.h"

// Sentences of formal prose: a full stop ends one unless an abbreviation, an initial or a number in an enumeration
// stands before it, or what follows does not begin a sentence.
namespace rapporteur {
namespace {

/// Words that a full stop follows without ending the sentence, in lower case, sorted.
constexpr std::string_view never_last[] = {
    "adj", "amb", "ann",  "approx", "art",  "arts", "av",   "cap",  "capt", "cf",  "ch",   "chap", "col", "dr",
    "e.g", "ed",  "eds",  "eq",     "et",   "ex",   "fig",  "figs", "fr",   "gen", "gov",  "h.e",  "hon", "i.e",
    "lt",  "m",   "me",   "messrs", "mlle", "mm",   "mme",  "mr",   "mrs",  "ms",  "mt",   "n",    "no",  "nos",
    "op",  "p",   "para", "paras",  "pp",   "pres", "prof", "r",    "rep",  "res", "rev",  "s",    "sec", "sect",
    "sen", "sgt", "sr",   "st",     "ste",  "u.n",  "u.s",  "v",    "viz",  "vol", "vols", "vs"};

/// Abbreviations that may also close a sentence: they end one only before a capital that starts a common sentence
/// opener.
constexpr std::string_view sometimes_last[] = {"etc", "al", "ibid", "inc", "jr", "ltd", "u.k", "u.s.a"};

bool among(std::span<const std::string_view> list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_closer(char32_t c) {
    return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0x00BB || c == '*' ||
           c == 0x00B9 || c == 0x00B2 || c == 0x00B3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

bool is_opener(char32_t c) {
    return c == '(' || c == '[' || c == '"' || c == '\'' || c == 0x201C || c == 0x2018 || c == 0x00AB || c == '*' ||
           c == 0x00BF || c == 0x00A1;
}

/// The word that ends just before the full stop at `stop`, with inner full stops ("e.g", "U.S"), in lower case.
std::string word_before(std::string_view text, std::size_t stop) {
    std::size_t begin = stop;
    while (begin > 0) {
        const CodePoint c = decode_before(text, begin);
        if (!u_isalnum(static_cast<UChar32>(c.value)) && c.value != '.') break;
        begin -= c.bytes;
    }
    return to_lower(text.substr(begin, stop - begin));
}

bool starts_with_capital_initial(std::string_view text, std::size_t stop) {
    if (stop == 0) return false;
    const CodePoint last = decode_before(text, stop);
    if (!is_upper(last.value)) return false;
    const std::size_t before = stop - last.bytes;
    return before == 0 || text[before - 1] == ' ' || text[before - 1] == '.' || text[before - 1] == '(' ||
           text[before - 1] == '-';
}

/// True where the paragraph so far is nothing but a number or letter that enumerates ("12", "(a)", "IV").
bool only_enumerates(std::string_view head) {
    if (head.size() > 6 || head.empty()) return false;
    return std::all_of(head.begin(), head.end(), [](char c) {
        return c == '.' || c == '(' || c == ')' || (c >= '0' && c <= '9') || c == 'I' || c == 'V' || c == 'X';
    });
}

/// Past closing quotes, brackets and footnote marks.
std::size_t past_closers(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const CodePoint c = decode_at(text, at);
        if (!is_closer(c.value)) break;
        at += c.bytes;
    }
    return at;
}

/// True where what follows byte `at` (a space) can begin a sentence.
bool can_begin(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    while (at < text.size()) {
        const CodePoint c = decode_at(text, at);
        if (!is_opener(c.value)) return !is_lower(c.value);
        at += c.bytes;
    }
    return true;
}

bool full_stop_ends(std::string_view text, std::size_t begin, std::size_t stop, std::size_t after) {
    if (after >= text.size()) return true;
    if (text[after] != ' ' || !can_begin(text, after)) return false;
    const std::string word = word_before(text, stop);
    if (among(never_last, word)) {
        // "no." before a word that is no number, "p." and so on still abbreviate; "No. He left." is too rare in formal
        // prose.
        return false;
    }
    if (among(sometimes_last, word)) return true;
    if (starts_with_capital_initial(text, stop) && stop - begin > 1) {
        // An initial in a name ("J. Smith"), unless the sentence ends with a single capital after a longer word ("Annex
        // B.").
        const std::string_view before = text.substr(begin, stop - begin);
        const std::size_t space = before.rfind(' ');
        const std::string previous = space == std::string_view::npos || space == 0 ? "" : word_before(before, space);
        return previous == "annex" || previous == "part" || previous == "section" || previous == "option" ||
               previous == "group";
    }
    return !only_enumerates(text.substr(begin, stop - begin));
}

bool ideographic_stop(char32_t c) { return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x0964 || c == 0x06D4; }

/// Where the sentence that has its stop at `at` ends, or 0 where that is no end.
std::size_t end_at(std::string_view text, std::size_t begin, std::size_t at, CodePoint c) {
    if (ideographic_stop(c.value)) return past_closers(text, at + c.bytes);
    if (c.value != '.' && c.value != '!' && c.value != '?' && c.value != 0x061F && c.value != 0x2026) return 0;
    std::size_t after = at + c.bytes;
    while (after < text.size() && (text[after] == '.' || text[after] == '!' || text[after] == '?')) ++after;
    const std::size_t stop = at;
    after = past_closers(text, after);
    if (c.value == '.' && after == at + 1) return full_stop_ends(text, begin, stop, after) ? after : 0;
    if (after < text.size() && (text[after] != ' ' || !can_begin(text, after))) return 0;
    return c.value == '.' && !full_stop_ends(text, begin, stop, after) ? 0 : after;
}

}  // namespace

std::vector<Range> sentences(std::string_view text, std::string_view) {
    std::vector<Range> out;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (const std::size_t end = end_at(text, begin, at, c)) {
            out.push_back({begin, end});
            begin = end;
            while (begin < text.size() && text[begin] == ' ') ++begin;
            at = std::max(begin, end);
            continue;
        }
        at += c.bytes;
    }
    if (begin < text.size()) out.push_back({begin, text.size()});
    for (Range& range : out) {
        const std::string_view whole = text.substr(range.begin, range.size());
        const std::string_view kept = trim(whole);
        range.begin += static_cast<std::size_t>(kept.data() - whole.data());
        range.end = range.begin + kept.size();
    }
    std::erase_if(out, [](const Range& range) { return range.empty(); });
    return out;
}

}  // namespace rapporteur
