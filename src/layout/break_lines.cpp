#include <algorithm>
#include <limits>

#include "layout/line.h"

namespace rapporteur {
namespace {

constexpr double kTolerance = 1e-6;
constexpr std::size_t kLongestTitle = 200;  // atoms; beyond it evenness is not worth the steps

double natural_width(const std::vector<Atom>& atoms, std::size_t first, std::size_t end) {
    double width = 0;
    for (std::size_t i = first; i < end; ++i) width += atoms[i].width + (i + 1 < end ? atoms[i].space : 0);
    return width;
}

TextLine make_line(const std::vector<Atom>& atoms, std::size_t first, std::size_t end) {
    return {first, end, natural_width(atoms, first, end)};
}

/// Where the line that begins at `first` ends: at the last break that fits, or anywhere where none does.
std::size_t line_end(const std::vector<Atom>& atoms, std::size_t first, double width) {
    double x = 0;
    std::size_t fits = first;
    for (std::size_t i = first; i < atoms.size(); ++i) {
        x += atoms[i].width;
        if (x > width + kTolerance) return fits > first ? fits : std::max(i, first + 1);
        if (atoms[i].after == Atom::Break::forced) return i + 1;
        if (atoms[i].after == Atom::Break::allowed) fits = i + 1;
        x += atoms[i].space;
    }
    return atoms.size();
}

/// Least sum of squared empty space over the breaks of a text, by dynamic programming over its atoms.
class EvenBreaks {
public:
    EvenBreaks(const std::vector<Atom>& atoms, double width) : atoms_(atoms), width_(width) {}

    /// Exactly `count` lines; none where that cannot be.
    std::vector<TextLine> lines(std::size_t count) const {
        std::vector<std::vector<double>> cost(count + 1, std::vector<double>(atoms_.size() + 1, kNever));
        std::vector<std::vector<std::size_t>> from(count + 1, std::vector<std::size_t>(atoms_.size() + 1, 0));
        cost[0][0] = 0;
        for (std::size_t line = 1; line <= count; ++line)
            for (std::size_t first = 0; first < atoms_.size(); ++first)
                if (cost[line - 1][first] < kNever) reach(first, cost[line - 1][first], cost[line], from[line]);
        std::vector<TextLine> out;
        if (cost[count][atoms_.size()] == kNever) return out;
        for (std::size_t line = count, end = atoms_.size(); line > 0; --line) {
            out.push_back(make_line(atoms_, from[line][end], end));
            end = from[line][end];
        }
        std::reverse(out.begin(), out.end());
        return out;
    }

private:
    static constexpr double kNever = std::numeric_limits<double>::infinity();

    void reach(std::size_t first, double before, std::vector<double>& cost, std::vector<std::size_t>& from) const {
        double x = 0;
        for (std::size_t i = first; i < atoms_.size(); ++i) {
            x += atoms_[i].width;
            if (x > width_ + kTolerance) return;
            const bool last = i + 1 == atoms_.size();
            if (last || atoms_[i].after != Atom::Break::none) {
                const double total = before + badness(x, i, last);
                if (total < cost[i + 1]) cost[i + 1] = total, from[i + 1] = first;
            }
            if (atoms_[i].after == Atom::Break::forced) return;
            x += atoms_[i].space;
        }
    }

    double badness(double used, std::size_t atom, bool last) const {
        const double empty = (width_ - used) / width_;
        const bool short_word = !last && atoms_[atom].width < kShortWord * atoms_[atom].space;
        const bool inside_word = !last && !atoms_[atom].has_space && atoms_[atom].after == Atom::Break::allowed;
        return empty * empty + (short_word || inside_word ? 1 : 0);
    }

    static constexpr double kShortWord = 7;  // blanks: about three letters

    const std::vector<Atom>& atoms_;
    double width_;
};

}  // namespace

std::vector<TextLine> break_lines(const std::vector<Atom>& atoms, double width) {
    std::vector<TextLine> lines;
    for (std::size_t first = 0; first < atoms.size();) {
        const std::size_t end = line_end(atoms, first, width);
        lines.push_back(make_line(atoms, first, end));
        first = end;
    }
    return lines;
}

std::vector<TextLine> break_evenly(const std::vector<Atom>& atoms, double width) {
    std::vector<TextLine> lines = break_lines(atoms, width);
    if (lines.size() < 2 || atoms.size() > kLongestTitle) return lines;
    std::vector<TextLine> even = EvenBreaks(atoms, width).lines(lines.size());
    return even.empty() ? lines : even;
}

}  // namespace rapporteur
