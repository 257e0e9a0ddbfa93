#include "readers/pdf_columns.h"

#include <algorithm>
#include <iterator>
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

    void add(const PdfLine& piece) {
        ++rows;
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

/// Pieces from top to bottom past which the same white space runs down.
struct Band {
    std::vector<PdfLine> pieces;
    std::vector<Gutter> free;
};

/// Cuts the pieces into bands, each as tall as some white space runs through it.
std::vector<Band> bands_of(std::vector<PdfLine> pieces, double left, double right) {
    const double least = std::max(0.7 * median_size(pieces), 5.0);
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
        std::vector<PdfLine> plain;
        for (Band& band : bands_of(std::move(pieces), left, right)) {
            const auto gutter = std::find_if(band.free.begin(), band.free.end(), [&](const Gutter& gap) {
                return parts_columns(band.pieces, gap, right - left);
            });
            if (gutter == band.free.end()) {
                std::move(band.pieces.begin(), band.pieces.end(), std::back_inserter(plain));
                continue;
            }
            if (!plain.empty()) add(std::exchange(plain, {}), left, right);
            split_at(*gutter, std::move(band.pieces), left, right, depth);
        }
        if (!plain.empty()) add(std::move(plain), left, right);
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
