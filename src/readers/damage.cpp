#include "readers/damage.h"

#include <algorithm>
#include <utility>

#include "readers/prose.h"
#include "support/script.h"
#include "support/text.h"

namespace rapporteur {
namespace {

enum class Plausibility { word, doubtful, rubbish };

constexpr std::size_t quoted_bytes = 60;  // of a damaged stretch, in its warning

bool is_vowel(char32_t c) {
    return c >= 0x80 || std::string_view("aeiouyAEIOUY").find(static_cast<char>(c)) != std::string_view::npos;
}

bool is_bracket(char32_t c) { return c == U'(' || c == U')' || c == U'[' || c == U']' || c == U'{' || c == U'}'; }

bool is_opener(char32_t c) {
    return c == U'(' || c == U'[' || c == U'"' || c == U'“' || c == U'‘' || c == U'«' || c == U'\'' || c == U'„' ||
           c == U'¿' || c == U'¡' || c == U'<';
}

bool is_closer(char32_t c) {
    return c == U')' || c == U']' || c == U'"' || c == U'”' || c == U'’' || c == U'»' || c == U'\'' || c == U'.' ||
           c == U',' || c == U';' || c == U':' || c == U'!' || c == U'?' || c == U'…' || c == U'*' || c == U'>' ||
           c == U'%' || c == U'°' || c == U'®' || c == U'™';
}

bool is_currency(char32_t c) { return c == U'$' || c == U'£' || c == U'¥' || (c >= 0x20A0 && c <= 0x20CF); }

/// Signs that stand inside words, numbers, symbols and addresses.
bool is_joiner(char32_t c) {
    return c == U'-' || c == U'–' || c == U'—' || c == U'/' || c == U'.' || c == U',' || c == U':' || c == U'\'' ||
           c == U'’' || c == U'‑' || c == U'&' || c == U'+' || c == U'#' || c == U'@' || c == U'%' || c == U'…' ||
           c == U'·' || c == U'‐' || is_currency(c);
}

/// What a word is made of.
struct Make {
    int letters = 0, digits = 0, brackets = 0, joiners = 0, others = 0, broken = 0;
    int changes = 0;  // between letters, digits and brackets
    bool vowel = false;
    bool small = false;
    bool capital_inside = false;  // a capital after a small letter
};

Make make_of(std::string_view word) {
    Make make;
    char last = 0;
    char32_t previous = 0;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = decode_at(word, at);
        at += c.bytes;
        char kind = 0;
        if (is_digit(c.value)) {
            ++make.digits;
            kind = 'd';
        } else if (is_alpha(c.value)) {
            ++make.letters;
            make.vowel = make.vowel || is_vowel(c.value);
            make.small = make.small || is_lower(c.value);
            make.capital_inside = make.capital_inside || (is_upper(c.value) && is_lower(previous));
            kind = 'l';
        } else if (is_bracket(c.value)) {
            ++make.brackets;
            kind = 'b';
        } else if (c.value == U'\uFFFD' || (c.value >= 0xE000 && c.value <= 0xF8FF)) {
            ++make.broken;
        } else if (is_joiner(c.value)) {
            ++make.joiners;
        } else if (!is_mark(c.value)) {
            ++make.others;
        }
        if (kind != 0) {
            if (last != 0 && last != kind) ++make.changes;
            last = kind;
        }
        previous = c.value;
    }
    return make;
}

/// The word without brackets, quotes and punctuation around it.
std::string_view core_of(std::string_view word) {
    while (!word.empty() && is_opener(decode_at(word, 0).value)) word.remove_prefix(decode_at(word, 0).bytes);
    while (!word.empty() && is_closer(decode_before(word, word.size()).value)) {
        word.remove_suffix(decode_before(word, word.size()).bytes);
    }
    return word;
}

/// "1(1)(e)", "15(a)(ii)", "organization(s)": brackets that belong.
bool is_reference(const Make& make, std::string_view core) {
    return make.brackets > 0 && make.brackets <= 6 && core.size() <= 14 && core.find("()") == std::string_view::npos &&
           make.others == 0 && make.joiners <= 2 && core.find('.') == std::string_view::npos;
}

/// "GR-PB(2031)1-add": a symbol with its year in brackets.
bool is_dated_symbol(const Make& make, std::string_view core) {
    const std::size_t open = core.find('(');
    if (make.brackets != 2 || make.others > 0 || open == std::string_view::npos || open == 0) return false;
    const std::string_view year = core.substr(open + 1, 5);
    return year.size() == 5 && year.back() == ')' && (year.starts_with("19") || year.starts_with("20")) &&
           is_digit(static_cast<unsigned char>(year[2])) && is_digit(static_cast<unsigned char>(year[3])) &&
           is_upper(decode_at(core, 0).value);
}

bool is_gibberish(const Make& make, std::string_view core) {
    if (make.broken * 3 >= make.letters + make.digits && make.broken > 0) return true;
    if (is_dated_symbol(make, core)) return false;
    if (make.changes >= 5 && make.brackets >= 2 && !is_reference(make, core)) return true;
    return core.find("()") != std::string_view::npos && make.digits > 0 && make.changes >= 3;
}

/// "Introduction......", "____": dots or rules that lead on, after a word or alone.
bool is_leader(std::string_view word) {
    constexpr std::string_view dots = "…";
    std::string_view rest = word;
    std::size_t tail = 0;
    while (!rest.empty()) {
        const bool sign = std::string_view("._-=*").find(rest.back()) != std::string_view::npos;
        if (!sign && !rest.ends_with(dots)) break;
        rest.remove_suffix(sign ? 1 : dots.size());
        tail += sign ? 1 : 3;
    }
    return tail >= 4 && make_of(rest).others == 0;
}

/// A word of plain letters with a vowel, as most are, whatever points follow it.
bool is_plain_word(std::string_view word) {
    while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.remove_suffix(1);
    bool vowel = false;
    for (const char c : word) {
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) return false;
        vowel = vowel || is_vowel(static_cast<unsigned char>(c));
    }
    return vowel;
}

/// "p.m.", "e.g.": letters that stand for words, each with its stop.
bool is_lettered_short(std::string_view word) {
    if (word.size() < 4 || word.size() > 8 || word.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool letter = (word[i] >= 'a' && word[i] <= 'z') || (word[i] >= 'A' && word[i] <= 'Z');
        if (i % 2 == 0 ? !letter : word[i] != '.') return false;
    }
    return true;
}

Plausibility plausibility_of(std::string_view word) {
    if (is_plain_word(word) || is_lettered_short(word)) return Plausibility::word;
    if (has_address(word) || word.starts_with("http")) return Plausibility::word;
    if (is_leader(word)) return Plausibility::word;
    const std::string_view core = core_of(word);
    const Make make = make_of(core);
    if (is_gibberish(make, core)) return Plausibility::rubbish;
    if (core.empty() || make.others > 0)
        return word.size() == 1 && word != "_" && word != "~" && word != "`" ? Plausibility::word
                                                                             : Plausibility::doubtful;
    if (make.letters == 0)
        return make.digits > 0 ? Plausibility::word : make.joiners <= 3 ? Plausibility::word : Plausibility::doubtful;
    if (make.letters == 1 && make.digits == 0)
        return make.vowel || core.size() < word.size() ? Plausibility::word : Plausibility::doubtful;
    if (!make.vowel && make.small && make.digits == 0 && make.letters >= 2) {
        return is_upper(decode_at(core, 0).value) && make.letters <= 3 ? Plausibility::word : Plausibility::doubtful;
    }
    if (make.changes >= 4 && make.joiners == 0) return Plausibility::doubtful;
    return Plausibility::word;
}

constexpr std::size_t longest_unit = 3;  // bytes of "pm", "km", "hrs" behind figures

struct Token {
    Range range;
    Plausibility plausibility = Plausibility::word;
};

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = text.find_first_not_of(" \n\t", at);
        if (begin == std::string_view::npos) break;
        const std::size_t end = std::min(text.find_first_of(" \n\t", begin), text.size());
        const bool after_figures = !out.empty() && is_digit(static_cast<unsigned char>(text[out.back().range.end - 1]));
        const bool unit = after_figures && end - begin <= longest_unit && is_alpha(decode_at(text, begin).value);
        const auto plausibility = unit ? Plausibility::word : plausibility_of(text.substr(begin, end - begin));
        out.push_back({{begin, end}, plausibility});
        at = end;
    }
    return out;
}

void warn(const Draft& draft, const Range& range, Diagnostics& warnings) {
    Diagnostic warning;
    warning.code = Code::line_damaged;
    warning.place.page = page_at(draft.block, range.begin);
    warning.place.line = draft.block.line;
    warning.detail = std::string(head(std::string_view(draft.text).substr(range.begin, range.size()), quoted_bytes));
    warnings.push_back(std::move(warning));
}

bool is_rubbish_of(const std::vector<Token>& tokens) {
    std::size_t bad = 0;
    std::size_t all = 0;
    bool clear = false;
    for (const Token& token : tokens) {
        all += token.range.size();
        if (token.plausibility != Plausibility::word) bad += token.range.size();
        clear = clear || token.plausibility == Plausibility::rubbish;
    }
    if (clear && bad * 10 >= all * 6) return true;
    return tokens.size() >= 3 && all >= 6 && bad * 2 >= all;
}

std::vector<Range> rubbish_among(const std::vector<Token>& tokens) {
    std::vector<Range> out;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].plausibility != Plausibility::rubbish) continue;
        std::size_t last = i;
        for (std::size_t j = i + 1; j < tokens.size() && j <= last + 3; ++j) {
            if (tokens[j].plausibility != Plausibility::word) last = j;
        }
        if (tokens.size() - last <= 3) last = tokens.size() - 1;
        out.push_back({tokens[i].range.begin, tokens[last].range.end});
        i = last;
    }
    return out;
}

/// Puts the new ranges among those there; what overlaps becomes one.
void add_ranges(std::vector<Range> more, std::vector<Range>& ranges) {
    more.insert(more.end(), ranges.begin(), ranges.end());
    std::sort(more.begin(), more.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
    ranges.clear();
    for (const Range& range : more) {
        if (!ranges.empty() && range.begin <= ranges.back().end) {
            ranges.back().end = std::max(ranges.back().end, range.end);
        } else {
            ranges.push_back(range);
        }
    }
}

/// Finds the damaged stretches of one draft (a reader may know of some: words that were not surely recognised); what is
/// mostly damaged becomes a damaged block.
void examine(Draft& draft) {
    if (draft.block.kind == BlockKind::damaged || draft.block.kind == BlockKind::table || draft.verbatim) return;
    const std::vector<Token> tokens = tokens_of(draft.text);
    if (draft.printed_lines == 1 && is_rubbish_of(tokens)) {
        draft.block.kind = BlockKind::damaged;
        return;
    }
    add_ranges(rubbish_among(tokens), draft.block.damaged);
    std::size_t total = 0;
    for (const Range& range : draft.block.damaged) total += range.size();
    if (total * 10 >= draft.text.size() * 6 && total > 0) {
        draft.block.kind = BlockKind::damaged;
        draft.block.damaged.clear();
    }
}

}  // namespace

bool is_rubbish(std::string_view line) { return is_rubbish_of(tokens_of(line)); }

std::vector<Range> rubbish_in(std::string_view text) { return rubbish_among(tokens_of(text)); }

void mark_damage(Drafts& drafts, Diagnostics& warnings) {
    Drafts out;
    for (Draft& draft : drafts) {
        examine(draft);
        const bool damaged = draft.block.kind == BlockKind::damaged;
        if (damaged && !out.empty() && out.back().block.kind == BlockKind::damaged) {
            append(out.back(), draft, " ");
            continue;
        }
        out.push_back(std::move(draft));
    }
    drafts = std::move(out);
    for (const Draft& draft : drafts) {
        if (draft.block.kind == BlockKind::damaged) warn(draft, {0, draft.text.size()}, warnings);
        for (const Range& range : draft.block.damaged) warn(draft, range, warnings);
    }
}

}  // namespace rapporteur
