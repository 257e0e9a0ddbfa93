#include "extract/literal_needs.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <optional>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_strings = 48;   // that a part is followed through, written out in full
constexpr std::size_t most_choices = 400;  // literals of one clause
constexpr std::size_t most_letters = 6;    // of a bracket that are tried one by one
constexpr int deepest = 100;               // brackets inside one another

/// What is known of a part of a pattern: either all strings that it matches, or what these cannot lack.
struct Part {
    bool exact = false;
    std::vector<std::string> strings;  // where exact: sorted, each once
    std::vector<LiteralClause> needs;  // where not
};

Part anything() { return {}; }
Part exactly(std::vector<std::string> strings) { return {true, std::move(strings), {}}; }

void sort_once(std::vector<std::string>& strings) {
    std::sort(strings.begin(), strings.end());
    strings.erase(std::unique(strings.begin(), strings.end()), strings.end());
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_plain_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' '; }

/// A single letter or space stands in nearly every text.
bool tells(const std::string& literal) {
    return literal.size() > 1 || (literal.size() == 1 && !is_plain_letter(literal.front()));
}

bool tells_something(const LiteralClause& clause) {
    return !clause.empty() && clause.size() <= most_choices && std::all_of(clause.begin(), clause.end(), tells);
}

std::size_t shortest_of(const LiteralClause& clause) {
    std::size_t shortest = clause.front().size();
    for (const std::string& literal : clause) shortest = std::min(shortest, literal.size());
    return shortest;
}

bool tells_more(const LiteralClause& a, const LiteralClause& b) {
    const std::size_t shortest_a = std::min<std::size_t>(shortest_of(a), 6);
    const std::size_t shortest_b = std::min<std::size_t>(shortest_of(b), 6);
    return shortest_a != shortest_b ? shortest_a > shortest_b : a.size() < b.size();
}

/// Drops strings that begin with the string kept before them, which stands wherever they do. The strings are sorted.
void drop_longer(LiteralClause& clause) {
    std::size_t kept = 0;
    for (std::size_t i = 1; i < clause.size(); ++i) {
        if (!clause[i].starts_with(clause[kept])) std::swap(clause[++kept], clause[i]);
    }
    if (!clause.empty()) clause.resize(kept + 1);
}

void turn_round(LiteralClause& clause) {
    for (std::string& literal : clause) std::reverse(literal.begin(), literal.end());
    std::sort(clause.begin(), clause.end());
}

/// Leaves of a clause what no other literal of it begins or ends.
void shorten(LiteralClause& clause) {
    drop_longer(clause);
    turn_round(clause);
    drop_longer(clause);
    turn_round(clause);
}

/// The needs of a part, exact or not.
std::vector<LiteralClause> needs_of(Part part) {
    if (!part.exact) return std::move(part.needs);
    if (!tells_something(part.strings)) return {};
    return {std::move(part.strings)};
}

/// Parts one after the other: strings are joined as long as there are few of them.
class Chain {
public:
    void add(Part next) {
        if (next.exact && strings_.size() * next.strings.size() <= most_strings) return join(next.strings);
        close();
        if (next.exact) {
            strings_ = std::move(next.strings);
        } else {
            std::move(next.needs.begin(), next.needs.end(), std::back_inserter(needs_));
        }
    }

    Part whole() {
        if (exact_) {
            opening_ = strings_;
            return exactly(std::move(strings_));
        }
        close();
        return {false, {}, std::move(needs_)};
    }

    /// What stands before the first part that is not exact.
    LiteralClause take_opening() { return std::move(opening_); }

private:
    void join(const std::vector<std::string>& next) {
        std::vector<std::string> joined;
        for (const std::string& front : strings_) {
            for (const std::string& back : next) joined.push_back(front + back);
        }
        sort_once(joined);
        strings_ = std::move(joined);
    }

    void close() {
        if (exact_) opening_ = strings_;
        exact_ = false;
        if (tells_something(strings_)) needs_.push_back(std::move(strings_));
        strings_ = {""};
    }

    bool exact_ = true;
    std::vector<std::string> strings_{""};
    std::vector<LiteralClause> needs_;
    LiteralClause opening_;
};

/// One of the parts: where they are not all exact, a literal of the most telling clause of each.
Part either(std::vector<Part> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    LiteralClause together;
    const bool exact = std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.exact; });
    for (Part& part : parts) {
        std::vector<LiteralClause> needs;
        if (exact) {
            needs.push_back(std::move(part.strings));
        } else {
            needs = needs_of(std::move(part));
        }
        if (needs.empty()) return anything();
        LiteralClause& best = *std::min_element(needs.begin(), needs.end(), tells_more);
        std::move(best.begin(), best.end(), std::back_inserter(together));
    }
    sort_once(together);
    if (exact) return exactly(std::move(together));
    return tells_something(together) ? Part{false, {}, {std::move(together)}} : anything();
}

/// How often a part is repeated: "?" is {0, 1}.
struct Repeat {
    int least = 1;
    bool more = false;  // than once
};

Part repeated(Part part, const Repeat& repeat) {
    if (repeat.least >= 1) return repeat.more ? Part{false, {}, needs_of(std::move(part))} : part;
    if (repeat.more || !part.exact || part.strings.size() >= most_strings) return anything();
    part.strings.emplace_back();
    sort_once(part.strings);
    return part;
}

/// Goes through a pattern once. Patterns come from rule files that RE2 accepts; whatever else stands there makes the
/// reader give up.
class PatternReader {
public:
    explicit PatternReader(std::string_view text) : text_(text) {}

    LiteralNeeds read() {
        const bool anchored = text_.starts_with("^") || text_.starts_with("(?i)^");
        LiteralNeeds needs;
        Part whole = alternatives();
        if (gave_up_ || at_ != text_.size()) return {};
        needs.clauses = needs_of(std::move(whole));
        std::for_each(needs.clauses.begin(), needs.clauses.end(), shorten);
        std::stable_sort(needs.clauses.begin(), needs.clauses.end(), tells_more);
        if (anchored && alternatives_ == 1 && std::find(opening_.begin(), opening_.end(), "") == opening_.end()) {
            needs.opening = std::move(opening_);
        }
        return needs;
    }

private:
    bool has_more() const { return at_ < text_.size() && !gave_up_; }
    bool stands(std::string_view what) const { return text_.substr(at_, what.size()) == what; }

    bool take(std::string_view what) {
        if (!stands(what)) return false;
        at_ += what.size();
        return true;
    }

    Part give_up() {
        gave_up_ = true;
        return anything();
    }

    Part alternatives() {
        std::vector<Part> parts;
        do {
            parts.push_back(sequence());
        } while (take("|"));
        if (depth_ == 0) alternatives_ = parts.size();
        return either(std::move(parts));
    }

    Part sequence() {
        Chain chain;
        while (has_more() && !stands("|") && !stands(")")) {
            Part part = atom();
            if (const auto repeat = quantifier()) part = repeated(std::move(part), *repeat);
            chain.add(std::move(part));
        }
        Part whole = chain.whole();
        if (depth_ == 0) opening_ = chain.take_opening();
        return whole;
    }

    std::optional<Repeat> quantifier() {
        std::optional<Repeat> repeat;
        if (take("*")) {
            repeat = {0, true};
        } else if (take("+")) {
            repeat = {1, true};
        } else if (take("?")) {
            repeat = {0, false};
        } else {
            repeat = counted();
        }
        if (repeat) take("?");
        return repeat;
    }

    /// "{2}", "{2,}" or "{2,5}"; any other brace is a letter.
    std::optional<Repeat> counted() {
        if (!stands("{") || at_ + 1 >= text_.size() || text_[at_ + 1] < '0' || text_[at_ + 1] > '9')
            return std::nullopt;
        const char* const end = text_.data() + text_.size();
        int least = 0, most = 0;
        auto read = std::from_chars(text_.data() + at_ + 1, end, least);
        if (read.ec != std::errc() || read.ptr == end) return std::nullopt;
        most = least;
        if (*read.ptr == ',') {
            most = least + 1;
            const auto second = std::from_chars(read.ptr + 1, end, most);
            read.ptr = second.ec == std::errc() ? second.ptr : read.ptr + 1;
        }
        if (read.ptr == end || *read.ptr != '}') return std::nullopt;
        at_ = static_cast<std::size_t>(read.ptr + 1 - text_.data());
        return Repeat{least, most > 1};
    }

    Part atom() {
        if (take("(")) return group();
        if (take("[")) return bracket();
        if (take("\\")) return escape();
        if (take("^") || take("$")) return exactly({""});
        if (take(".")) return anything();
        return letter();
    }

    Part group() {
        if (++depth_ > deepest) return give_up();
        const bool folds = folds_;
        if (take("?P<") || take("?<")) {
            at_ = std::min(text_.find('>', at_), text_.size() - 1) + 1;
        } else if (take("?") && !flags()) {
            --depth_;
            return exactly({""});  // "(?i)" holds up to the end of the group around it
        }
        Part inside = alternatives();
        folds_ = folds;
        --depth_;
        return take(")") ? inside : give_up();
    }

    /// Reads flags up to the colon before what they hold for, or to the bracket that closes them.
    bool flags() {
        bool on = true;
        while (has_more()) {
            const char c = text_[at_++];
            if (c == ':') return true;
            if (c == ')') return false;
            if (c == '-') on = false;
            if (c == 'i') folds_ = on;
        }
        gave_up_ = true;
        return false;
    }

    /// The letter at this place, of any number of bytes.
    Part letter() {
        const CodePoint point = decode_at(text_, at_);
        const std::string_view bytes = text_.substr(at_, point.bytes);
        at_ += point.bytes;
        return letter(bytes);
    }

    /// Other letters than ASCII's are compared byte by byte, so that both cases of one cannot be followed. (RE2 takes
    /// the long s and the Kelvin sign for cases of ASCII letters; texts write no words with them.)
    Part letter(std::string_view bytes) const {
        if (bytes.size() > 1) return folds_ ? anything() : exactly({std::string(bytes)});
        return exactly({std::string(1, small(bytes.front()))});
    }

    /// What follows a backslash.
    Part escape() {
        if (at_ >= text_.size()) return give_up();
        const char c = text_[at_];
        const bool is_name = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!is_name) return letter();
        ++at_;
        if (std::string_view("bBAz").find(c) != std::string_view::npos) return exactly({""});
        if (std::string_view("dDwWsS").find(c) != std::string_view::npos) return anything();
        if (c == 'p' || c == 'P') return property();
        if (c == 'x') return numbered();
        if (c == 't' || c == 'n') return letter(c == 't' ? "\t" : "\n");
        return give_up();
    }

    /// "\pL" or "\p{Greek}".
    Part property() {
        at_ = stands("{") ? std::min(text_.find('}', at_), text_.size() - 1) + 1 : at_ + 1;
        return anything();
    }

    /// "\x20" or "\x{2019}".
    Part numbered() {
        const bool braced = take("{");
        const std::size_t end = braced ? std::min(text_.find('}', at_), text_.size()) : std::min(at_ + 2, text_.size());
        std::uint32_t value = 0;
        const auto read = std::from_chars(text_.data() + at_, text_.data() + end, value, 16);
        if (read.ec != std::errc() || read.ptr != text_.data() + end) return give_up();
        at_ = end + (braced ? 1 : 0);
        std::string bytes;
        append_utf8(bytes, value);
        return letter(bytes);
    }

    Part bracket() {
        const bool negated = take("^");
        std::vector<Part> letters;
        bool few = !negated;
        for (bool first = true; first || !stands("]"); first = false) {
            if (!has_more() || stands("[:")) return give_up();
            letters.push_back(take("\\") ? escape() : letter());
            if (!stands("-") || text_.substr(at_, 2) == "-]") continue;
            few = false;  // a range; the loop reads its end as one letter more
            ++at_;
        }
        ++at_;
        few = few && letters.size() <= most_letters &&
              std::all_of(letters.begin(), letters.end(), [](const Part& part) { return part.exact; });
        return few ? either(std::move(letters)) : anything();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::size_t alternatives_ = 0;  // of the whole pattern
    LiteralClause opening_;         // of the last of them
    bool folds_ = false;
    bool gave_up_ = false;
};

}  // namespace

bool LiteralNeeds::allow_opening_of(std::string_view text) const {
    return opening.empty() || std::any_of(opening.begin(), opening.end(), [&](const std::string& literal) {
               return text.size() >= literal.size() &&
                      std::equal(literal.begin(), literal.end(), text.begin(),
                                 [](char wanted, char c) { return wanted == small(c); });
           });
}

LiteralNeeds literal_needs(std::string_view pattern) { return PatternReader(pattern).read(); }

}  // namespace rapporteur
