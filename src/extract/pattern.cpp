#include "extract/pattern.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <mutex>
#include <numeric>

#include "extract/literal_finder.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::int64_t most_memory_of_one = std::int64_t{4} << 20;
constexpr std::size_t most_text = std::size_t{1} << 20;  // no single text to search is longer than this

RE2::Options options(std::int64_t memory) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(memory);
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

/// Ranges that stand for a class of letters. They follow Unicode's scripts block by block instead of letter by letter:
/// what RE2 makes of them is a tenth of the size, and hundreds of patterns are compiled at every start. In Latin
/// Extended, where capitals and small letters alternate, a small letter counts as a capital too.
struct LetterClass {
    std::string_view name, ranges;
};

constexpr LetterClass letter_classes[] = {
    {"\\p{Lu}",
     "A-Z\\x{C0}-\\x{D6}\\x{D8}-\\x{DE}\\x{100}-\\x{24F}\\x{386}-\\x{3AB}\\x{400}-\\x{42F}\\x{1E00}-\\x{1EFF}"},
    {"\\p{Ll}", "a-z\\x{DF}-\\x{F6}\\x{F8}-\\x{24F}\\x{3AC}-\\x{3CE}\\x{430}-\\x{45F}\\x{1E00}-\\x{1EFF}"},
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

}  // namespace

Result<Pattern> Pattern::compile(std::string_view text, const Place& place) {
    Pattern pattern;
    pattern.text_ = translate(text);
    auto compiled = std::make_shared<RE2>(pattern.text_, options(most_memory_of_one));
    if (!compiled->ok()) return Diagnostic{Code::pattern_invalid, place, compiled->error()};
    for (const auto& [group, name] : compiled->CapturingGroupNames()) {
        pattern.names_.push_back(name);
        pattern.groups_.push_back(group);
    }
    pattern.compiled_ = std::move(compiled);
    return pattern;
}

std::optional<PatternMatch> Pattern::find(std::string_view text, std::size_t from) const {
    if (!compiled_ || from > text.size() || text.size() > most_text) return std::nullopt;
    std::vector<re2::StringPiece> parts(1 + (groups_.empty() ? 0 : static_cast<std::size_t>(groups_.back())));
    const re2::StringPiece whole(text.data(), text.size());
    if (!compiled_->Match(whole, from, text.size(), RE2::UNANCHORED, parts.data(), static_cast<int>(parts.size()))) {
        return std::nullopt;
    }
    const auto range_of = [&](const re2::StringPiece& part) {
        const auto begin = static_cast<std::size_t>(part.data() - text.data());
        return Range{begin, begin + part.size()};
    };
    PatternMatch match{range_of(parts[0]), {}};
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const re2::StringPiece& part = parts[static_cast<std::size_t>(groups_[i])];
        if (part.data() != nullptr) match.captures.push_back({names_[i], range_of(part)});
    }
    return match;
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
    return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *compiled_);
}

/// Made ready at the first text, so that the rules of a language nobody reads cost nothing; shared by all copies of a
/// set.
struct PatternSet::Compiled {
    std::vector<std::string> texts;
    std::once_flag once;
    re2::FilteredRE2 filter;
    LiteralFinder literals;  // those that the filter asks for, in its order
    bool usable = false;

    void compile() {
        if (texts.empty()) return;
        for (const std::string& text : texts) {
            int id = 0;
            if (filter.Add(text, options(most_memory_of_one), &id) != RE2::NoError) return;
        }
        std::vector<std::string> wanted;
        filter.Compile(&wanted);
        literals = LiteralFinder(wanted);
        usable = true;
    }
};

PatternSet::PatternSet(const std::vector<const Pattern*>& patterns) : compiled_(std::make_shared<Compiled>()) {
    for (const Pattern* pattern : patterns) compiled_->texts.push_back(pattern->text());
}

std::vector<int> PatternSet::candidates(std::string_view text) const {
    std::vector<int> found;
    std::call_once(compiled_->once, [this] { compiled_->compile(); });
    if (compiled_->usable && text.size() <= most_text) {
        compiled_->filter.AllPotentials(compiled_->literals.find(to_lower(text)), &found);
        std::sort(found.begin(), found.end());
        return found;
    }
    found.resize(compiled_->texts.size());
    std::iota(found.begin(), found.end(), 0);
    return found;
}

}  // namespace rapporteur
