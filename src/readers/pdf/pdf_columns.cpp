#include "readers/pdf/pdf_columns.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "readers/pdf/pdf_column_heads.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int deepest = 4;             // columns within columns
constexpr std::size_t least_rows = 4;  // lines on each side of a gutter
constexpr std::size_t most_edges = 12;
constexpr std::size_t most_on_line = 40;  // pieces
constexpr double least_share = 0.13;      // of the width: a column is no narrower

double median_size(const std::vector<PdfLine>& pieces) {
    std::vector<double> sizes;
    for (const PdfLine& piece : pieces) sizes.push_back(piece.size);
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<long>(sizes.size() / 2), sizes.end());
    return sizes[sizes.size() / 2];
}

/// Pieces, those within boxes too.
std::size_t lines_in(const std::vector<PdfLine>& pieces) {
    std::size_t lines = 0;
    for (const PdfLine& piece : pieces) lines += piece.box.empty() ? 1 : lines_in(piece.box);
    return lines;
}

/// What lies on one side of a gutter.
struct Side {
    std::size_t rows = 0;
    double filled = 0;  // sum of widths
    double x0 = 1e9, x1 = -1e9;
    double top = -1e9, bottom = 1e9;
    std::size_t words = 0;
    double baseline = 0;      // of the last piece
    bool only_boxes = false;  // nothing else stands here

    /// Takes pieces from top to bottom; those on one baseline make one row, and a box as many as it holds.
    void add(const PdfLine& piece) {
        only_boxes = (rows == 0 || only_boxes) && !piece.box.empty();
        const bool boxed = only_boxes;
        for (const PdfLine& inner : piece.box) add(inner);
        only_boxes = boxed;
        if (!piece.box.empty()) return;
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
    if (side.only_boxes) return side.width() >= least_share * width;
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

/// Takes the last pieces that stand beside a box from those above it.
std::vector<PdfLine> taken_beside(const PdfLine& box, std::vector<PdfLine>& above) {
    std::vector<PdfLine> out;
    if (box.box.empty()) return out;
    while (!above.empty() && (above.back().top() + above.back().bottom()) / 2 < box.top()) {
        out.insert(out.begin(), std::move(above.back()));
        above.pop_back();
    }
    return out;
}

/// A heading at the end of a band, right above text that reaches further across, goes to that text.
void hand_down_headings(std::vector<Band>& bands) {
    for (std::size_t i = 0; i + 1 < bands.size(); ++i) {
        std::vector<PdfLine>& above = bands[i].pieces;
        std::vector<PdfLine>& below = bands[i + 1].pieces;
        if (above.size() < 2 || below.empty()) continue;
        const PdfLine& last = above.back();
        const PdfLine& next = below.front();
        const double distance = last.baseline - next.baseline;
        const bool heads = last.bold && !last.words.empty() && !next.bold && std::abs(last.x0 - next.x0) < 3 &&
                           distance > 0 && distance < 2 * last.size;
        if (!heads || above[above.size() - 2].baseline - last.baseline < distance) continue;
        below.insert(below.begin(), std::move(above.back()));
        above.pop_back();
    }
}

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
            Band next;
            if (!out.empty()) next.pieces = taken_beside(piece, out.back().pieces);
            free = without(all, piece.x0, piece.x1, least);
            for (const PdfLine& beside : next.pieces) free = without(free, beside.x0, beside.x1, least);
            out.push_back(std::move(next));
        }
        out.back().free = std::move(free);
        out.back().pieces.push_back(std::move(piece));
    }
    hand_down_headings(out);
    return out;
}

/// A run of pieces, from top to bottom, that some white space parts into columns though what stands above or below
/// reaches over it.
struct Run {
    std::size_t begin = 0, end = 0;
    Gutter gutter;
};

/// Where many pieces begin, from left to right: right edges of gutters.
std::vector<double> common_edges(const std::vector<PdfLine>& pieces) {
    std::vector<double> edges;
    for (const PdfLine& piece : pieces) edges.push_back(piece.x0);
    std::sort(edges.begin(), edges.end());
    std::vector<double> out;
    for (std::size_t i = 0; i < edges.size();) {
        std::size_t end = i;
        while (end < edges.size() && edges[end] - edges[i] < 2) ++end;
        if (end - i >= least_rows && out.size() < most_edges) out.push_back(edges[i]);
        i = end;
    }
    return out;
}

/// Columns have lines of their own; the cells of a table's rows share theirs.
bool shares_lines(const std::vector<PdfLine>& pieces, const Gutter& gutter) {
    std::size_t right = 0;
    std::size_t shared = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].x0 < gutter.middle()) continue;
        ++right;
        const auto level = [&](std::size_t k) { return std::abs(pieces[k].baseline - pieces[i].baseline) < 1; };
        bool found = false;
        for (std::size_t k = i; !found && k-- > 0 && i - k < most_on_line && level(k);)
            found = pieces[k].x1 <= gutter.middle();
        for (std::size_t k = i + 1; !found && k < pieces.size() && k - i < most_on_line && level(k); ++k)
            found = pieces[k].x1 <= gutter.middle();
        shared += found ? 1 : 0;
    }
    return shared * 10 >= right * 6;
}

/// The longest run that white space before `edge` parts into columns.
std::optional<Run> run_at(const std::vector<PdfLine>& pieces, double edge, double least, double width) {
    std::optional<Run> best;
    for (std::size_t begin = 0; begin < pieces.size();) {
        Run run{begin, begin, {0, edge}};
        for (; run.end < pieces.size(); ++run.end) {
            const PdfLine& piece = pieces[run.end];
            if (piece.x0 < edge - 0.5 && piece.x1 > edge - least) break;
            if (piece.x1 < edge) run.gutter.x0 = std::max(run.gutter.x0, piece.x1);
        }
        if (run.end - begin >= 2 * least_rows && (!best || run.end - begin > best->end - best->begin)) {
            const std::vector<PdfLine> inside(pieces.begin() + static_cast<long>(begin),
                                              pieces.begin() + static_cast<long>(run.end));
            if (parts_columns(inside, run.gutter, width) && !shares_lines(inside, run.gutter)) best = run;
        }
        begin = run.end + 1;
    }
    return best;
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
        if (depth >= deepest || lines_in(pieces) < 2 * least_rows || right - left < 100)
            return add(std::move(pieces), left, right, depth);
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
            if (!plain.empty()) add_plain(std::exchange(plain, {}), left, right, depth);
            split_at(*gutter, std::move(band.pieces), left, right, depth);
        }
        if (!plain.empty()) add_plain(std::move(plain), left, right, depth);
    }

    /// Pieces in which no white space runs all the way down; it may do so in a part of them.
    void add_plain(std::vector<PdfLine> pieces, double left, double right, int depth) {
        const double least = std::max(0.45 * median_size(pieces), 4.0);
        std::optional<Run> run;
        if (lines_in(pieces) >= 2 * least_rows) {
            for (const double edge : common_edges(pieces)) {
                if (edge < left + least_share * (right - left)) continue;
                const auto found = run_at(pieces, edge, least, right - left);
                if (found && (!run || found->end - found->begin > run->end - run->begin)) run = found;
            }
        }
        if (!run) return add(std::move(pieces), left, right, depth);
        const auto cut = [&](std::size_t from, std::size_t to) {
            return std::vector<PdfLine>(std::make_move_iterator(pieces.begin() + static_cast<long>(from)),
                                        std::make_move_iterator(pieces.begin() + static_cast<long>(to)));
        };
        std::vector<PdfLine> above = cut(0, run->begin);
        std::vector<PdfLine> inside = cut(run->begin, run->end);
        std::vector<PdfLine> below = cut(run->end, pieces.size());
        take_back(*run, above, inside);
        if (!above.empty()) add_plain(std::move(above), left, right, depth);
        split_at(run->gutter, std::move(inside), left, right, depth);
        if (!below.empty()) add_plain(std::move(below), left, right, depth);
    }

    /// A short line over the first column only, before anything stands in the second, is a heading over both.
    static void take_back(const Run& run, std::vector<PdfLine>& above, std::vector<PdfLine>& inside) {
        std::size_t count = 0;
        while (count < inside.size() && inside[count].x1 < run.gutter.middle()) ++count;
        if (count == 0 || count == inside.size()) return;
        const double second = inside[count].baseline;  // the first line of the second column
        std::size_t heads = 0;
        while (heads < count && inside[heads].baseline - second > 0.5 * inside[heads].size) ++heads;
        std::move(inside.begin(), inside.begin() + static_cast<long>(heads), std::back_inserter(above));
        inside.erase(inside.begin(), inside.begin() + static_cast<long>(heads));
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

    /// Reads two columns, and what heads both between their parts.
    void split_at(const Gutter& gutter, std::vector<PdfLine> pieces, double left, double right, int depth) {
        std::vector<PdfLine> first, second, heads;
        const std::vector<bool> heads_both = column_heads(pieces, gutter);
        const auto flush_heads = [&] { add(std::exchange(heads, {}), left, right, depth); };
        const auto flush_columns = [&] {
            split(std::exchange(first, {}), left, gutter.x0, depth + 1);
            split(std::exchange(second, {}), gutter.x1, right, depth + 1);
        };
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            heads_both[i] ? flush_columns() : flush_heads();
            (heads_both[i] ? heads : pieces[i].x0 >= gutter.middle() ? second : first).push_back(std::move(pieces[i]));
        }
        flush_columns();
        flush_heads();
    }

    /// What stands between boxes, and what is in them, is read apart.
    void add(std::vector<PdfLine> pieces, double left, double right, int depth) {
        std::vector<PdfLine> between;
        const auto flush = [&] {
            if (!between.empty()) regions_.push_back({std::exchange(between, {}), left, right, boxes_ > 0});
        };
        for (PdfLine& line : joined_pieces(std::move(pieces))) {
            if (line.box.empty()) {
                between.push_back(std::move(line));
                continue;
            }
            flush();
            ++boxes_;
            split(std::move(line.box), line.x0, line.x1, depth + 1);
            --boxes_;
        }
        flush();
    }

    std::vector<PdfRegion> regions_;
    int boxes_ = 0;  // around what is read
};

}  // namespace

std::vector<PdfRegion> regions_of(std::vector<PdfLine> pieces, double left, double right) {
    return RegionReader().read(std::move(pieces), left, right);
}

}  // namespace rapporteur
