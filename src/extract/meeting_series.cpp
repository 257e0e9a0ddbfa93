#include "extract/meeting_series.h"

#include <algorithm>
#include <array>

#include "extract/lookup.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Words that do not tell one series from another.
constexpr std::array<std::string_view, 8> empty_words{"united", "nations",  "un",      "annual",
                                                      "this",   "informal", "regular", "forthcoming"};

using Words = std::vector<std::string>;

bool is_empty_word(const std::string& word) {
    return std::find(empty_words.begin(), empty_words.end(), word) != empty_words.end();
}

/// "consultations" and "consultation" are one word.
std::string singular(std::string word) {
    if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss")) word.pop_back();
    return word;
}

std::string_view without_marks(std::string_view piece) {
    constexpr std::string_view marks = "(),.;:\"";
    while (!piece.empty() && marks.find(piece.front()) != std::string_view::npos) piece.remove_prefix(1);
    while (!piece.empty() && marks.find(piece.back()) != std::string_view::npos) piece.remove_suffix(1);
    return piece;
}

bool ends_in(const Words& longer, const Words& shorter) {
    return shorter.size() <= longer.size() && std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
}

/// One is all of the other, or its end.
bool same_before(const Words& a, const Words& b) { return ends_in(a, b) || ends_in(b, a); }

/// Every word of the shorter stands in the longer.
bool holds(const Words& longer, const Words& shorter) {
    return std::all_of(shorter.begin(), shorter.end(), [&](const std::string& word) {
        return std::find(longer.begin(), longer.end(), word) != longer.end();
    });
}

bool same_subject(const Words& a, const Words& b) {
    if (a == b) return true;
    const Words& longer = a.size() > b.size() ? a : b;
    const Words& shorter = a.size() > b.size() ? b : a;
    return shorter.size() >= 2 && shorter.size() + 1 >= longer.size() && holds(longer, shorter);
}

}  // namespace

MeetingSeries::MeetingSeries(const Records& records, const RuleSet& rules, std::string_view language)
    : small_words_(small_words_of(rules, language)) {
    for (const Term& term : records.terms) {
        long_forms_.emplace(term.short_form, term.long_form);
        long_names_.insert(term.long_form);
    }
    if (!records.documents.empty()) body_ = records.documents.back().body;
    const RuleTable* heads = table_or_default(rules, language, "gatherings");
    for (std::size_t i = 0; heads && i < heads->entries.size(); ++i) heads_.insert(heads->entries[i].value);
}

const std::string* MeetingSeries::long_form(std::string_view word) const {
    const auto found = long_forms_.find(word);
    if (found != long_forms_.end()) return &found->second;
    const bool initials = is_all_capitals(word) && word.size() > 2 && !body_.empty();
    return initials && expands(body_, word, small_words_) ? &body_ : nullptr;
}

void MeetingSeries::add_piece(std::string_view piece, int depth, Words& all) const {
    if (const std::string* full = depth < 2 ? long_form(piece) : nullptr) {
        const Words longer = words(*full, depth + 1);
        all.insert(all.end(), longer.begin(), longer.end());
        return;
    }
    for (Range range : rapporteur::words(piece)) {
        for (std::string_view part : split(piece.substr(range.begin, range.size()), '-')) {
            const std::string folded = fold(part);
            const bool small = std::find(small_words_.begin(), small_words_.end(), folded) != small_words_.end();
            if (!folded.empty() && !small && !is_empty_word(singular(folded)) && !is_empty_word(folded))
                all.push_back(singular(folded));
        }
    }
}

Words MeetingSeries::words(std::string_view name, int depth) const {
    Words all;
    for (std::string_view piece : split(name, ' ')) {
        piece = without_marks(piece);
        if (!piece.empty()) add_piece(piece, depth, all);
    }
    return all;
}

SeriesName MeetingSeries::name_of(const MeetingMention& mention) const {
    const Words all = words(mention.name, 0);
    SeriesName name;
    auto head = std::find_if(all.begin(), all.end(), [&](const std::string& word) { return heads_.contains(word); });
    name.before.assign(all.begin(), head);
    if (head == all.end()) return name;
    name.head = *head;
    name.after.assign(head + 1, all.end());
    return name;
}

std::string MeetingSeries::cut(const std::string& name) const {
    for (std::size_t end = name.find(' '); end != std::string::npos; end = name.find(' ', end + 1)) {
        const std::string shorter = name.substr(0, end);
        if (long_names_.contains(shorter) && !name_of({.name = shorter}).head.empty()) return shorter;
    }
    return name;
}

bool same_series(const SeriesName& a, const SeriesName& b) {
    if (a.empty() || b.empty() || a.head != b.head) return false;
    if (a == b) return true;
    if (a.head.empty()) return same_before(a.before, b.before) && std::min(a.before.size(), b.before.size()) >= 2;
    if (same_subject(a.after, b.after))
        return same_before(a.before, b.before) && (!a.after.empty() || !a.before.empty());
    const bool left_out = a.after.empty() || b.after.empty();
    return left_out && !a.before.empty() && !b.before.empty() && same_before(a.before, b.before);
}

}  // namespace rapporteur
