#include <algorithm>
#include <limits>

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
constexpr double kForbidden = 1e6;    // a line that ends where none may, as nothing else fits
constexpr double kShortWord = 7;      // blanks: about three letters
constexpr double kShortLast = 0.125;  // of the column

/// Least badness over the breaks of a text, by dynamic programming: for each place where a line may end, the best of
/// the few places where it may have begun.
class LineChoice {
public:
    LineChoice(const std::vector<Atom>& atoms, double width, const Badness& badness)
        : atoms_(atoms), width_(width), badness_(badness), starts_(atoms.size() + 1), best_(atoms.size() + 1) {
        for (std::size_t i = 0; i < atoms_.size(); ++i) starts_[i + 1] = starts_[i] + atoms_[i].width + atoms_[i].space;
    }

    std::vector<TextLine> lines() {
        best_[0] = {0, 0};
        for (std::size_t end = 1; end <= atoms_.size(); ++end) choose_start(end);
        std::vector<TextLine> out;
        for (std::size_t end = atoms_.size(); end > 0; end = best_[end].start)
            out.push_back({best_[end].start, end, line_width(best_[end].start, end)});
        std::reverse(out.begin(), out.end());
        return out;
    }

private:
    struct Best {
        double total = std::numeric_limits<double>::infinity();
        std::size_t start = 0;  // of the line that ends here
    };

    bool is_forced(std::size_t end) const { return end > 0 && atoms_[end - 1].after == Atom::Break::forced; }
    bool ends_text(std::size_t end) const { return end == atoms_.size() || is_forced(end); }

    double line_width(std::size_t start, std::size_t end) const {
        return starts_[end] - atoms_[end - 1].space - starts_[start];
    }

    void choose_start(std::size_t end) {
        const double here = ending(end);
        const std::size_t first = end > kMostInLine ? end - kMostInLine : 0;
        for (std::size_t start = end; start-- > first;) {
            const double used = line_width(start, end);
            if (used > width_ + kTolerance && start + 1 < end) return;
            const double total = best_[start].total + here + emptiness(start, end, used);
            if (total < best_[end].total) best_[end] = {total, start};
            if (is_forced(start)) return;
        }
    }

    /// Of a line that ends here, whatever its length.
    double ending(std::size_t end) const {
        const Atom& atom = atoms_[end - 1];
        if (ends_text(end)) return badness_.line;
        if (atom.after == Atom::Break::none) return badness_.line + kForbidden;
        const bool short_word = atom.width < kShortWord * atom.space;
        return badness_.line + (!atom.has_space ? badness_.inside_word : short_word ? badness_.short_word : 0);
    }

    double emptiness(std::size_t start, std::size_t end, double used) const {
        const double empty = std::max(0.0, (width_ - used) / width_);
        if (badness_.last_counts || !ends_text(end)) return empty * empty;
        const bool only = start == 0 || is_forced(start);
        return only ? 0 : badness_.short_last * std::max(0.0, 1 - used / (kShortLast * width_));
    }

    const std::vector<Atom>& atoms_;
    double width_;
    const Badness& badness_;
    std::vector<double> starts_;  // of each atom on one endless line
    std::vector<Best> best_;      // by the atoms before a break
};

}  // namespace

TextLine whole_line(const std::vector<Atom>& atoms) {
    TextLine line{0, atoms.size(), 0};
    for (const Atom& atom : atoms) line.width += atom.width + atom.space;
    if (!atoms.empty()) line.width -= atoms.back().space;
    return line;
}

std::vector<TextLine> break_lines(const std::vector<Atom>& atoms, double width) {
    return LineChoice(atoms, width, kText).lines();
}

std::vector<TextLine> break_evenly(const std::vector<Atom>& atoms, double width) {
    return LineChoice(atoms, width, kTitle).lines();
}

}  // namespace rapporteur
