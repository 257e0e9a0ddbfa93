#include "extract/pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <mutex>
#include <numeric>

#include "extract/literal_finder.h"
#include "extract/literal_needs.h"
#include "extract/loose_pattern.h"

namespace rapporteur {
namespace {

constexpr std::int64_t most_memory = std::int64_t{4} << 20;  // of one pattern
constexpr std::size_t most_text = std::size_t{1} << 20;      // no single text to search is longer than this

RE2::Options quiet_options() {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(most_memory);
    return options;
}

std::string without_line_breaks(std::string_view text) {
    std::string out;
    bool at_line_start = false;
    for (const char c : text) {
        if (c == '\n' || c == '\r') {
            while (!out.empty() && (out.back() == ' ' || out.back() == '\t')) out.pop_back();
            at_line_start = true;
        } else if (!at_line_start || (c != ' ' && c != '\t')) {
            at_line_start = false;
            out += c;
        }
    }
    return out;
}

bool is_name_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

/// The length of "(@name:" at `at`, or 0.
std::size_t capture_mark(std::string_view text, std::size_t at) {
    if (text.substr(at, 2) != "(@") return 0;
    std::size_t end = at + 2;
    while (end < text.size() && is_name_byte(text[end])) ++end;
    return end > at + 2 && end < text.size() && text[end] == ':' ? end + 1 - at : 0;
}

/// Ranges that stand for a class of letters or numbers. They follow Unicode's scripts block by block instead of letter
/// by letter: what RE2 makes of them is a tenth of the size, and hundreds of patterns are compiled at every start. In
/// Latin Extended, where capitals and small letters alternate, a small letter counts as a capital too.
struct LetterClass {
    std::string_view name, ranges;
};

constexpr LetterClass letter_classes[] = {
    {"\\p{Lu}",
     "A-Z\\x{C0}-\\x{D6}\\x{D8}-\\x{DE}\\x{100}-\\x{24F}\\x{386}-\\x{3AB}\\x{400}-\\x{42F}\\x{1E00}-\\x{1EFF}"},
    {"\\p{Ll}", "a-z\\x{DF}-\\x{F6}\\x{F8}-\\x{24F}\\x{3AC}-\\x{3CE}\\x{430}-\\x{45F}\\x{1E00}-\\x{1EFF}"},
    {"\\pN",
     "0-9\\x{B2}\\x{B3}\\x{B9}\\x{BC}-\\x{BE}\\x{660}-\\x{669}\\x{6F0}-\\x{6F9}\\x{966}-\\x{96F}\\x{2070}-\\x{2089}"
     "\\x{2150}-\\x{218B}\\x{2460}-\\x{249B}\\x{FF10}-\\x{FF19}"},
    {"\\pL",
     "A-Za-z\\x{AA}\\x{B5}\\x{BA}\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{1FFF}\\x{2C00}-\\x{2DFF}\\x{3005}-\\x{D7FF}"
     "\\x{F900}-\\x{FDFF}\\x{10000}-\\x{3FFFF}"},
};

/// The class whose name stands at `at`, or null.
const LetterClass* letter_class_at(std::string_view text, std::size_t at) {
    for (const LetterClass& letters : letter_classes) {
        if (text.substr(at, letters.name.size()) == letters.name) return &letters;
    }
    return nullptr;
}

/// Our notation as RE2's.
std::string translate(std::string_view source) {
    const std::string text = without_line_breaks(source);
    std::string out;
    bool in_brackets = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const LetterClass* letters = letter_class_at(text, i)) {
            out += in_brackets ? std::string(letters->ranges) : "[" + std::string(letters->ranges) + "]";
            i += letters->name.size() - 1;
        } else if (text[i] == '\\' && i + 1 < text.size()) {
            out += text.substr(i++, 2);
        } else if (in_brackets) {
            in_brackets = text[i] != ']';
            out += text[i];
        } else if (const std::size_t mark = capture_mark(text, i)) {
            out += "(?P<" + text.substr(i + 2, mark - 3) + ">";
            i += mark - 1;
        } else if (text[i] == '\'') {
            out += "['’]";
        } else {
            in_brackets = text[i] == '[';
            out += text[i];
        }
    }
    return out;
}

char as_capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// True where only the text's beginning can match.
bool is_anchored(std::string_view text) { return text.starts_with("^") || text.starts_with("(?i)^"); }

re2::StringPiece piece_of(std::string_view text) { return {text.data(), text.size()}; }

/// An expression with the numbers of its named brackets.
struct Expression {
    explicit Expression(const std::string& text) : compiled(text, quiet_options()) {
        if (!compiled.ok()) return;
        for (const auto& [group, name] : compiled.CapturingGroupNames()) {
            names.push_back(name);
            groups.push_back(group);
        }
    }

    /// Where the leftmost match at or after `from` and its brackets up to number `last` stand; empty where none is.
    std::vector<re2::StringPiece> parts(std::string_view text, std::size_t from, int last, bool anchored) const {
        // Where only the beginning can match, RE2 looks for the captures at once, which takes many times as long as to
        // see that there is no match.
        if (anchored && !matches(text, from)) return {};
        std::vector<re2::StringPiece> found(static_cast<std::size_t>(last) + 1);
        const auto count = static_cast<int>(found.size());
        if (!compiled.Match(piece_of(text), from, text.size(), RE2::UNANCHORED, found.data(), count)) return {};
        return found;
    }

    bool matches(std::string_view text, std::size_t from) const {
        return compiled.Match(piece_of(text), from, text.size(), RE2::UNANCHORED, nullptr, 0);
    }

    int last_group() const { return groups.empty() ? 0 : groups.back(); }

    RE2 compiled;
    std::vector<std::string> names;
    std::vector<int> groups;  // number of the bracket of each name
};

/// An expression that is compiled at its first use.
class LazyExpression {
public:
    const Expression& of(const std::string& text) {
        std::call_once(once_, [&] { expression_ = std::make_unique<const Expression>(text); });
        return *expression_;
    }

private:
    std::once_flag once_;
    std::unique_ptr<const Expression> expression_;
};

bool keep_limits(const std::vector<re2::StringPiece>& parts, const std::vector<LengthLimit>& limits) {
    return std::all_of(limits.begin(), limits.end(), [&](const LengthLimit& limit) {
        const re2::StringPiece& part = parts[static_cast<std::size_t>(limit.group)];
        return limit.allows({part.data(), part.size()});
    });
}

PatternMatch match_of(std::string_view text, const std::vector<re2::StringPiece>& parts, const Expression& expression) {
    const auto range_of = [&](const re2::StringPiece& part) {
        const auto begin = static_cast<std::size_t>(part.data() - text.data());
        return Range{begin, begin + part.size()};
    };
    PatternMatch match{range_of(parts[0]), {}};
    for (std::size_t i = 0; i < expression.groups.size(); ++i) {
        const re2::StringPiece& part = parts[static_cast<std::size_t>(expression.groups[i])];
        if (part.data() != nullptr) match.captures.push_back({expression.names[i], range_of(part)});
    }
    return match;
}

}  // namespace

struct Pattern::Compiled {
    explicit Compiled(std::string its_text)
        : text(std::move(its_text)), anchored(is_anchored(text)), loosened(loosen(text)) {}

    const Expression& exact() { return exact_.of(text); }
    const Expression& loose() { return loose_.of(loosened.text); }

    /// The brackets of the loose expression's match as far as the limits ask for them; empty where it has none.
    std::vector<re2::StringPiece> loose_parts(std::string_view searched, std::size_t from) {
        const int last = std::max(loose().last_group(), loosened.limits.back().group);
        return loose().parts(searched, from, last, anchored);
    }

    std::string text;
    bool anchored;
    LoosePattern loosened;  // searched for first, where it has limits

private:
    LazyExpression exact_, loose_;
};

Result<Pattern> Pattern::compile(std::string_view text, const Place& place, Compile when) {
    Pattern pattern;
    pattern.compiled_ = std::make_shared<Compiled>(translate(text));
    if (when == Compile::at_first_use) return pattern;
    const RE2& expression = pattern.compiled_->exact().compiled;
    if (!expression.ok()) return Diagnostic{Code::pattern_invalid, place, expression.error()};
    return pattern;
}

std::string_view Pattern::text() const { return compiled_ ? std::string_view(compiled_->text) : std::string_view{}; }

std::vector<std::string> Pattern::names() const {
    return compiled_ ? compiled_->exact().names : std::vector<std::string>{};
}

std::optional<PatternMatch> Pattern::find(std::string_view text, std::size_t from) const {
    if (!compiled_ || from > text.size() || text.size() > most_text) return std::nullopt;
    if (!compiled_->loosened.limits.empty()) {
        const auto parts = compiled_->loose_parts(text, from);
        if (parts.empty()) return std::nullopt;
        if (keep_limits(parts, compiled_->loosened.limits)) return match_of(text, parts, compiled_->loose());
    }
    const Expression& exact = compiled_->exact();
    const auto parts = exact.parts(text, from, exact.last_group(), compiled_->anchored);
    if (parts.empty()) return std::nullopt;
    return match_of(text, parts, exact);
}

std::vector<PatternMatch> Pattern::find_all(std::string_view text) const {
    std::vector<PatternMatch> all;
    std::size_t from = 0;
    while (auto match = find(text, from)) {
        from = std::max(match->range.end, from + 1);
        if (!match->range.empty()) all.push_back(std::move(*match));
    }
    return all;
}

bool Pattern::matches(std::string_view text) const {
    if (!compiled_ || text.size() > most_text) return false;
    if (!compiled_->loosened.limits.empty()) {
        if (!compiled_->loose().matches(text, 0)) return false;
        const auto parts = compiled_->loose_parts(text, 0);
        if (!parts.empty() && keep_limits(parts, compiled_->loosened.limits)) return true;
    }
    return compiled_->exact().matches(text, 0);
}

/// Worked out at the first text, so that the rules of a language nobody reads cost nothing; shared by all copies of a
/// set.
struct PatternSet::Needs {
    std::vector<std::string> texts;  // of the patterns
    std::once_flag once;
    LiteralFinder literals;
    std::vector<LiteralNeeds> needs;                     // of each pattern
    std::vector<std::vector<std::vector<int>>> clauses;  // of each pattern, as places of literals
    std::vector<std::vector<std::size_t>> askers;        // for each literal, the patterns whose first clause has it
    std::array<std::vector<std::size_t>, 256> openers;   // for the first byte of a text, the patterns that it may open
    std::vector<std::size_t> undemanding;                // patterns without clauses

    /// Extraction asks the same of a line again and again, for each role that it might have: answers of late are kept.
    struct Answer {
        std::string text;
        std::vector<bool> possible;
    };
    static constexpr std::size_t longest_kept = 1024;  // bytes of a text
    std::mutex guard;
    std::array<Answer, 256> answers;  // by the hash of the text

    std::optional<std::vector<bool>> kept(std::string_view text) {
        const std::lock_guard lock(guard);
        const Answer& answer = answers[std::hash<std::string_view>{}(text) % answers.size()];
        if (answer.text != text || answer.possible.size() != texts.size()) return std::nullopt;
        return answer.possible;
    }

    void keep(std::string_view text, const std::vector<bool>& possible) {
        if (text.size() > longest_kept) return;
        const std::lock_guard lock(guard);
        Answer& answer = answers[std::hash<std::string_view>{}(text) % answers.size()];
        answer.text = text;
        answer.possible = possible;
    }

    void work_out() {
        std::map<std::string, int> known;
        for (std::size_t i = 0; i < texts.size(); ++i) take(i, known);
        std::vector<std::string> wanted(known.size());
        for (const auto& [literal, place] : known) wanted[static_cast<std::size_t>(place)] = literal;
        literals = LiteralFinder(wanted);
    }

    void take(std::size_t pattern, std::map<std::string, int>& known) {
        needs.push_back(literal_needs(texts[pattern]));
        clauses.emplace_back();
        for (const LiteralClause& clause : needs.back().clauses) {
            std::vector<int> places;
            for (const std::string& literal : clause) {
                places.push_back(known.try_emplace(literal, static_cast<int>(known.size())).first->second);
            }
            clauses.back().push_back(std::move(places));
        }
        askers.resize(known.size());
        if (!needs.back().opening.empty()) return add_opener(pattern);
        if (clauses.back().empty()) return undemanding.push_back(pattern);
        for (const int place : clauses.back().front()) askers[static_cast<std::size_t>(place)].push_back(pattern);
    }

    void add_opener(std::size_t pattern) {
        for (const std::string& literal : needs[pattern].opening) {
            for (const char c : {literal.front(), as_capital(literal.front())}) {
                const auto byte = static_cast<unsigned char>(c);
                if (openers[byte].empty() || openers[byte].back() != pattern) openers[byte].push_back(pattern);
            }
        }
    }

    bool are_met(std::size_t pattern, std::string_view text, const std::vector<bool>& stands) const {
        if (!needs[pattern].allow_opening_of(text)) return false;
        return std::all_of(clauses[pattern].begin(), clauses[pattern].end(), [&](const std::vector<int>& clause) {
            return std::any_of(clause.begin(), clause.end(),
                               [&](int place) { return stands[static_cast<std::size_t>(place)]; });
        });
    }
};

PatternSet::PatternSet(const std::vector<const Pattern*>& patterns) : needs_(std::make_shared<Needs>()) {
    for (const Pattern* pattern : patterns) needs_->texts.emplace_back(pattern->text());
}

std::vector<bool> PatternSet::possible(std::string_view text) const {
    if (text.size() > most_text) return std::vector<bool>(needs_->texts.size(), true);
    std::call_once(needs_->once, [this] { needs_->work_out(); });
    if (auto kept = needs_->kept(text)) return std::move(*kept);
    std::vector<bool> possible(needs_->texts.size());
    const LiteralHits hits = needs_->literals.find(text);
    for (const std::size_t pattern : needs_->undemanding)
        possible[pattern] = needs_->are_met(pattern, text, hits.stands);
    if (!text.empty()) {
        for (const std::size_t pattern : needs_->openers[static_cast<unsigned char>(text.front())])
            possible[pattern] = possible[pattern] || needs_->are_met(pattern, text, hits.stands);
    }
    for (const int literal : hits.found) {
        for (const std::size_t pattern : needs_->askers[static_cast<std::size_t>(literal)]) {
            possible[pattern] = possible[pattern] || needs_->are_met(pattern, text, hits.stands);
        }
    }
    needs_->keep(text, possible);
    return possible;
}

}  // namespace rapporteur
