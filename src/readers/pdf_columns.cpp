#include "readers/pdf_columns.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int deepest = 4;             // columns within columns
constexpr std::size_t least_rows = 4;  // lines on each side of a gutter
constexpr double least_share = 0.13;   // of the width: a column is no narrower

/// White space between two columns.
struct Gutter {
    double x0 = 0, x1 = 0;
    double middle() const { return (x0 + x1) / 2; }
};

double median_size(const std::vector<PdfLine>& pieces) {
    std::vector<double> sizes;
    for (const PdfLine& piece : pieces) sizes.push_back(piece.size);
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<long>(sizes.size() / 2), sizes.end());
    return sizes[sizes.size() / 2];
}

/// What lies on one side of a gutter.
struct Side {
    std::size_t rows = 0;
    double filled = 0;  // sum of widths
    double x0 = 1e9, x1 = -1e9;
    double top = -1e9, bottom = 1e9;
    std::size_t words = 0;
    double baseline = 0;  // of the last piece

    /// Takes pieces from top to bottom; those on one baseline make one row.
    void add(const PdfLine& piece) {
        if (rows == 0 || baseline - piece.baseline > 0.25 * piece.size) ++rows;
        baseline = piece.baseline;
        filled += piece.x1 - piece.x0;
        x0 = std::min(x0, piece.x0);
        x1 = std::max(x1, piece.x1);
        top = std::max(top, piece.top());
        bottom = std::min(bottom, piece.bottom());
        words += piece.words.size();
    }
    double width() const { return x1 - x0; }
};

/// Text columns are filled with lines of several words; tables and labels are not.
bool is_column(const Side& side, double width) {
    if (side.rows < least_rows || side.width() < least_share * width) return false;
    const double mean = side.filled / static_cast<double>(side.rows);
    return mean >= 0.5 * side.width() && side.words >= 3 * side.rows;
}

bool side_by_side(const Side& left, const Side& right) {
    const double common = std::min(left.top, right.top) - std::max(left.bottom, right.bottom);
    const double shorter = std::min(left.top - left.bottom, right.top - right.bottom);
    return common >= 0.5 * shorter;
}

/// Pieces left and right of the gutter make columns.
bool parts_columns(const std::vector<PdfLine>& pieces, const Gutter& gutter, double width) {
    Side left;
    Side right;
    for (const PdfLine& piece : pieces) {
        if (piece.x1 <= gutter.middle())
            left.add(piece);
        else if (piece.x0 >= gutter.middle())
            right.add(piece);
    }
    return is_column(left, width) && is_column(right, width) && side_by_side(left, right);
}

/// What is left free of an interval once [x0, x1] is taken.
std::vector<Gutter> without(const std::vector<Gutter>& free, double x0, double x1, double least) {
    std::vector<Gutter> out;
    for (const Gutter& gap : free) {
        if (x1 <= gap.x0 || x0 >= gap.x1) {
            out.push_back(gap);
            continue;
        }
        if (x0 - gap.x0 >= least) out.push_back({gap.x0, x0});
        if (gap.x1 - x1 >= least) out.push_back({x1, gap.x1});
    }
    return out;
}

/// Where a narrow gap runs down through most of the pieces that reach across it, though each of them goes on behind it.
std::optional<double> find_river(const std::vector<PdfLine>& pieces, double left, double right) {
    std::vector<std::pair<double, int>> edges;  // where gaps open (+1) and close (-1)
    for (const PdfLine& piece : pieces) {
        for (std::size_t i = 1; i < piece.words.size(); ++i) {
            const PdfWord& before = piece.words[i - 1];
            if (piece.words[i].x0 - before.x1 < 0.3 * before.size) continue;
            edges.emplace_back(before.x1, 1);
            edges.emplace_back(piece.words[i].x0, -1);
        }
    }
    std::sort(edges.begin(), edges.end());
    int open = 0;
    int most = 0;
    double at = 0;
    for (const auto& [x, step] : edges) {
        open += step;
        if (open <= most || x < left + least_share * (right - left) || x > right - least_share * (right - left))
            continue;
        most = open;
        at = x + 0.1;
    }
    const auto across = std::count_if(pieces.begin(), pieces.end(),
                                      [&](const PdfLine& piece) { return piece.x0 < at && piece.x1 > at; });
    const bool deep = most >= 6 && static_cast<std::size_t>(most) * 5 >= pieces.size();
    return deep && (across - most) * 6 <= most ? std::optional(at) : std::nullopt;
}

/// Parts the pieces at narrow gutters that the gap between words alone does not show.
std::vector<PdfLine> parted_at_rivers(std::vector<PdfLine> pieces, double left, double right) {
    for (int round = 0; round < 3; ++round) {
        const auto river = find_river(pieces, left, right);
        if (!river) break;
        std::vector<PdfLine> out;
        for (PdfLine& piece : pieces) {
            const auto second = std::find_if(piece.words.begin(), piece.words.end(),
                                             [&](const PdfWord& word) { return word.x0 >= *river; });
            const bool parts =
                second != piece.words.begin() && second != piece.words.end() && (second - 1)->x1 <= *river;
            if (parts) {
                PdfLine rest;
                rest.words.assign(std::make_move_iterator(second), std::make_move_iterator(piece.words.end()));
                piece.words.erase(second, piece.words.end());
                settle(rest);
                settle(piece);
                out.push_back(std::move(rest));
            }
            out.push_back(std::move(piece));
        }
        pieces = std::move(out);
    }
    return pieces;
}

/// Pieces from top to bottom past which the same white space runs down.
struct Band {
    std::vector<PdfLine> pieces;
    std::vector<Gutter> free;
};

/// Cuts the pieces into bands, each as tall as some white space runs through it.
std::vector<Band> bands_of(std::vector<PdfLine> pieces, double left, double right) {
    const double least = std::max(0.45 * median_size(pieces), 4.0);
    const double edge = least_share * (right - left);
    const std::vector<Gutter> all{{left + edge, right - edge}};
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const PdfLine& a, const PdfLine& b) { return a.baseline > b.baseline; });
    std::vector<Band> out;
    for (PdfLine& piece : pieces) {
        std::vector<Gutter> free = out.empty() ? all : without(out.back().free, piece.x0, piece.x1, least);
        if (out.empty() || free.empty()) {
            out.emplace_back();
            free = without(all, piece.x0, piece.x1, least);
        }
        out.back().free = std::move(free);
        out.back().pieces.push_back(std::move(piece));
    }
    return out;
}

/// Reads regions one within the other.
class RegionReader {
public:
    std::vector<PdfRegion> read(std::vector<PdfLine> pieces, double left, double right) {
        split(std::move(pieces), left, right, 0);
        return std::move(regions_);
    }

private:
    void split(std::vector<PdfLine> pieces, double left, double right, int depth) {
        if (pieces.empty()) return;
        if (depth == deepest || pieces.size() < 2 * least_rows || right - left < 100)
            return add(std::move(pieces), left, right);
        pieces = parted_at_rivers(std::move(pieces), left, right);
        std::vector<PdfLine> plain;
        for (Band& band : bands_of(std::move(pieces), left, right)) {
            const auto gutter = std::find_if(band.free.begin(), band.free.end(), [&](const Gutter& gap) {
                return parts_columns(band.pieces, gap, right - left);
            });
            if (gutter == band.free.end()) {
                std::move(band.pieces.begin(), band.pieces.end(), std::back_inserter(plain));
                continue;
            }
            take_heads(*gutter, plain, band.pieces);
            if (!plain.empty()) add(std::exchange(plain, {}), left, right);
            split_at(*gutter, std::move(band.pieces), left, right, depth);
        }
        if (!plain.empty()) add(std::move(plain), left, right);
    }

    /// Columns need not begin at one height: the last pieces above the band that stand right over one of them belong to
    /// it.
    static void take_heads(const Gutter& gutter, std::vector<PdfLine>& above, std::vector<PdfLine>& columns) {
        while (!above.empty()) {
            const PdfLine& last = above.back();
            const bool left = last.x1 <= gutter.x0 + 1;
            if (!left && last.x0 < gutter.x1 - 1) return;
            const auto below = std::find_if(columns.begin(), columns.end(), [&](const PdfLine& piece) {
                return (piece.x1 <= gutter.middle()) == left && std::abs(piece.x0 - last.x0) < 3 &&
                       std::abs(piece.size - last.size) < 0.5;
            });
            if (below == columns.end() || last.baseline - below->baseline > 1.6 * last.size) return;
            columns.insert(columns.begin(), std::move(above.back()));
            above.pop_back();
        }
    }

    void split_at(const Gutter& gutter, std::vector<PdfLine> pieces, double left, double right, int depth) {
        std::vector<PdfLine> first, second;
        for (PdfLine& piece : pieces) (piece.x0 >= gutter.middle() ? second : first).push_back(std::move(piece));
        split(std::move(first), left, gutter.x0, depth + 1);
        split(std::move(second), gutter.x1, right, depth + 1);
    }

    void add(std::vector<PdfLine> pieces, double left, double right) {
        regions_.push_back({joined_pieces(std::move(pieces)), left, right});
    }

    std::vector<PdfRegion> regions_;
};

}  // namespace

std::vector<PdfRegion> regions_of(std::vector<PdfLine> pieces, double left, double right) {
    return RegionReader().read(std::move(pieces), left, right);
}

}  // namespace rapporteur
