#include <algorithm>
#include <limits>
#include <utility>

#include "layout/line.h"

namespace rapporteur {
namespace {

constexpr double kTolerance = 1e-6;
constexpr std::size_t kMostInLine = 600;  // atoms; more than these on one line show nothing

/// What makes a choice of lines bad, besides the squared empty part of each line.
struct Badness {
    double line;         // of each line
    double inside_word;  // a line that ends inside a word, at its hyphen
    double short_word;   // a line that ends in a short word ("of", "the")
    double short_last;   // a last line of next to nothing
    bool last_counts;    // the last line's empty part counts as well
};

constexpr Badness kText{1, 0.03, 0, 0.15, false};
constexpr Badness kTitle{1000, 1, 1, 0, true};
constexpr double kParted = 0.6;       // a line that ends in a hyphen of ours: worth a line less, or a gaping one
constexpr double kForbidden = 1e6;    // a line that is too long, or ends where none may, as nothing else fits
constexpr double kShortWord = 7;      // blanks: about three letters
constexpr double kShortLast = 0.125;  // of the column

/// A place where a line may end; measures on an endless line.
struct BreakPlace {
    std::size_t atom = 0;  // that stands before it, or that a hyphen parts there
    double end = 0;        // of a line that ends here
    double next = 0;       // start of a line that begins here
    double bad = 0;
    bool forced = false;     // the line has to end here
    bool ends_text = false;  // a paragraph's last line, or one before a break that is asked for
    std::size_t soft = kNone;

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
};

std::vector<BreakPlace> places_of(const std::vector<Atom>& atoms, const std::vector<SoftBreak>& soft,
                                  const Badness& badness) {
    std::vector<BreakPlace> places(1);
    places.reserve(atoms.size() + soft.size() + 1);
    places.front().forced = true;
    double x = 0;
    auto part = soft.begin();
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        const Atom& atom = atoms[i];
        for (; part != soft.end() && part->atom == i; ++part)
            places.push_back({i, x + part->before, x + atom.width - part->after, kParted, false, false,
                              static_cast<std::size_t>(part - soft.begin())});
        BreakPlace place{i, x + atom.width, x + atom.width + atom.space};
        place.ends_text = atom.after == Atom::Break::forced || i + 1 == atoms.size();
        place.forced = place.ends_text || atom.after == Atom::Break::hyphen;
        if (atom.after == Atom::Break::none && !place.ends_text) place.bad = kForbidden;
        if (atom.after == Atom::Break::allowed && !place.ends_text)
            place.bad = !atom.has_space                        ? badness.inside_word
                        : atom.width < kShortWord * atom.space ? badness.short_word
                                                               : 0;
        x = place.next;
        places.push_back(place);
    }
    return places;
}

/// Least badness over the places of a text, by dynamic programming: for each place where a line may end, the best of
/// the few places where it may have begun.
class LineChoice {
public:
    LineChoice(std::vector<BreakPlace> places, double width, const Badness& badness)
        : places_(std::move(places)), width_(width), badness_(badness), best_(places_.size()) {}

    /// The places at which the lines end, in order.
    std::vector<BreakPlace> ends() {
        best_[0] = {0, 0};
        for (std::size_t end = 1; end < places_.size(); ++end) choose_start(end);
        std::vector<BreakPlace> out;
        for (std::size_t end = places_.size() - 1; end > 0; end = best_[end].start) out.push_back(places_[end]);
        std::reverse(out.begin(), out.end());
        return out;
    }

private:
    struct Best {
        double total = std::numeric_limits<double>::infinity();
        std::size_t start = 0;  // of the line that ends here
    };

    void choose_start(std::size_t end) {
        const std::size_t first = end > kMostInLine ? end - kMostInLine : 0;
        for (std::size_t start = end; start-- > first;) {
            const double used = places_[end].end - places_[start].next;
            if (used > width_ + kTolerance && start + 1 < end) return;
            const double total = best_[start].total + badness_.line + places_[end].bad + emptiness(start, end, used);
            if (total < best_[end].total) best_[end] = {total, start};
            if (places_[start].forced) return;
        }
    }

    double emptiness(std::size_t start, std::size_t end, double used) const {
        if (used > width_ + kTolerance) return kForbidden;
        const double empty = std::max(0.0, (width_ - used) / width_);
        if (badness_.last_counts || !places_[end].ends_text) return empty * empty;
        const bool only = start == 0 || places_[start].ends_text;
        return only ? 0 : badness_.short_last * std::max(0.0, 1 - used / (kShortLast * width_));
    }

    std::vector<BreakPlace> places_;
    double width_;
    const Badness& badness_;
    std::vector<Best> best_;  // by place
};

std::vector<TextLine> lines_of(const std::vector<Atom>& atoms, double width, const Badness& badness) {
    std::vector<TextLine> lines;
    std::size_t first = 0;
    double x = 0;
    for (const BreakPlace& place : LineChoice(places_of(atoms, {}, badness), width, badness).ends()) {
        lines.push_back({first, place.atom + 1, place.end - x});
        first = place.atom + 1;
        x = place.next;
    }
    return lines;
}

}  // namespace

TextLine whole_line(const std::vector<Atom>& atoms) {
    TextLine line{0, atoms.size(), 0};
    for (const Atom& atom : atoms) line.width += atom.width + atom.space;
    if (!atoms.empty()) line.width -= atoms.back().space;
    return line;
}

std::vector<std::size_t> words_to_part(const AtomText& text, double width) {
    std::vector<std::size_t> bytes;
    if (text.soft.empty()) return bytes;
    for (const BreakPlace& place : LineChoice(places_of(text.atoms, text.soft, kText), width, kText).ends())
        if (place.soft != BreakPlace::kNone) bytes.push_back(text.soft[place.soft].byte);
    return bytes;
}

std::vector<TextLine> break_lines(const std::vector<Atom>& atoms, double width) {
    return lines_of(atoms, width, kText);
}

std::vector<TextLine> break_evenly(const std::vector<Atom>& atoms, double width) {
    return lines_of(atoms, width, kTitle);
}

}  // namespace rapporteur
