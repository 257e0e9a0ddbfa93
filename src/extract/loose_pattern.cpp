#include "extract/loose_pattern.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace rapporteur {
namespace {

constexpr std::size_t long_count = 16;  // copies of a class that cost more than a loop and its check

/// "{2,200}" behind a character or class.
struct Repetition {
    std::size_t begin = 0;  // of what is repeated
    std::size_t comma = 0;
    std::size_t end = 0;  // behind the closing brace, and behind the question mark of a lazy one
    std::size_t most = 0;
    bool lazy = false;
};

/// Past the class whose bracket opens at `at`.
std::size_t class_end(std::string_view text, std::size_t at) {
    ++at;
    if (at < text.size() && text[at] == '^') ++at;
    if (at < text.size() && text[at] == ']') ++at;
    while (at < text.size() && text[at] != ']') at += text[at] == '\\' ? 2 : 1;
    return std::min(at + 1, text.size());
}

/// Past the one character or class at `at`; `at` itself where something else stands there.
std::size_t character_end(std::string_view text, std::size_t at) {
    constexpr std::string_view classes = "wWdDsS";
    if (text[at] == '[') return class_end(text, at);
    if (text[at] == '.') return at + 1;
    const bool known = text[at] == '\\' && at + 1 < text.size() && classes.find(text[at + 1]) != std::string_view::npos;
    return known ? at + 2 : at;
}

/// The long counted repetition of what stands from `begin` to `at`.
std::optional<Repetition> long_repetition(std::string_view text, std::size_t begin, std::size_t at) {
    if (at >= text.size() || text[at] != '{') return std::nullopt;
    const std::size_t close = text.find('}', at);
    const std::size_t comma = text.find(',', at);
    if (close == std::string_view::npos || comma > close) return std::nullopt;
    Repetition found{begin, comma, close + 1, 0, false};
    const char* const end = text.data() + close;
    const auto [stop, error] = std::from_chars(text.data() + comma + 1, end, found.most);
    if (error != std::errc{} || stop != end || found.most < long_count) return std::nullopt;
    found.lazy = found.end < text.size() && text[found.end] == '?';
    if (found.lazy) ++found.end;
    return found;
}

/// Walks over a pattern and gathers the repetitions that are not repeated.
class RepetitionFinder {
public:
    explicit RepetitionFinder(std::string_view text) : text_(text) {}

    std::vector<Repetition> find() {
        while (at_ < text_.size()) step();
        return std::move(found_);
    }

private:
    void step() {
        if (text_[at_] == '(') return groups_.push_back(at_++);
        if (text_[at_] == ')') return close();
        const std::size_t end = character_end(text_, at_);
        if (end == at_) {
            at_ += text_[at_] == '\\' ? 2 : 1;
        } else if (const auto repetition = long_repetition(text_, at_, end)) {
            found_.push_back(*repetition);
            at_ = repetition->end;
        } else {
            at_ = end;
        }
    }

    void close() {
        ++at_;
        const std::size_t begin = groups_.empty() ? 0 : groups_.back();
        if (!groups_.empty()) groups_.pop_back();
        if (at_ >= text_.size() || std::string_view("*+{").find(text_[at_]) == std::string_view::npos) return;
        while (!found_.empty() && found_.back().begin > begin) found_.pop_back();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<std::size_t> groups_;  // where the open brackets stand
    std::vector<Repetition> found_;
};

/// The brackets that capture in a part of a pattern.
int captures_in(std::string_view text) {
    int count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("(?P<") || (rest.starts_with("(") && !rest.starts_with("(?"))) ++count;
        if (rest.front() == '[') {
            at = class_end(text, at);
        } else {
            at += rest.front() == '\\' ? 2 : 1;
        }
    }
    return count;
}

}  // namespace

bool LengthLimit::allows(std::string_view held) const {
    if (held.size() <= most) return true;
    const auto begins_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    return static_cast<std::size_t>(std::count_if(held.begin(), held.end(), begins_character)) <= most;
}

LoosePattern loosen(std::string_view pattern) {
    LoosePattern loose;
    std::size_t copied = 0;
    int groups = 0;
    for (const Repetition& repetition : RepetitionFinder(pattern).find()) {
        const std::string_view before = pattern.substr(copied, repetition.begin - copied);
        groups += captures_in(before) + 1;
        loose.limits.push_back({groups, repetition.most});
        loose.text += before;
        loose.text += '(';
        loose.text += pattern.substr(repetition.begin, repetition.comma + 1 - repetition.begin);
        loose.text += repetition.lazy ? "}?)" : "})";
        copied = repetition.end;
    }
    loose.text += pattern.substr(copied);
    return loose;
}

}  // namespace rapporteur
