#include "readers/pdf/pdf_grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace rapporteur {
namespace {

constexpr double near = 3.0;              // points within which rules meet
constexpr std::size_t most_rules = 3000;  // more are a drawing

/// Sorted values without those nearer than `near` to the one before.
std::vector<double> distinct(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    std::vector<double> out;
    for (const double value : values) {
        if (out.empty() || value - out.back() > near) out.push_back(value);
    }
    return out;
}

bool meet(const PdfRule& across, const PdfRule& up) {
    return up.x0 >= across.x0 - near && up.x0 <= across.x1 + near && across.y0 >= up.y0 - near &&
           across.y0 <= up.y1 + near;
}

/// Groups of rules that meet one another.
class RuleGroups {
public:
    explicit RuleGroups(const std::vector<PdfRule>& rules) {
        for (const PdfRule& rule : rules) (rule.y0 == rule.y1 ? across_ : up_).push_back(rule);
        parents_.resize(across_.size() + up_.size());
        std::iota(parents_.begin(), parents_.end(), std::size_t{0});
        std::sort(across_.begin(), across_.end(), [](const PdfRule& a, const PdfRule& b) { return a.y0 < b.y0; });
        for (std::size_t k = 0; k < up_.size(); ++k) {
            auto i = std::lower_bound(across_.begin(), across_.end(), up_[k].y0 - near,
                                      [](const PdfRule& r, double y) { return r.y0 < y; });
            for (; i != across_.end() && i->y0 <= up_[k].y1 + near; ++i) {
                if (meet(*i, up_[k])) join(static_cast<std::size_t>(i - across_.begin()), across_.size() + k);
            }
        }
    }

    struct Group {
        std::vector<PdfRule> across, up;
    };

    std::vector<Group> groups() {
        std::vector<Group> by_root(parents_.size());
        for (std::size_t i = 0; i < across_.size(); ++i) by_root[root(i)].across.push_back(across_[i]);
        for (std::size_t k = 0; k < up_.size(); ++k) by_root[root(across_.size() + k)].up.push_back(up_[k]);
        std::erase_if(by_root, [](const Group& group) { return group.across.size() < 2 || group.up.size() < 2; });
        return by_root;
    }

private:
    std::size_t root(std::size_t i) {
        while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { parents_[root(a)] = root(b); }

    std::vector<PdfRule> across_, up_;
    std::vector<std::size_t> parents_;
};

/// The edges of rows and columns, and which of them are drawn where.
class Lattice {
public:
    explicit Lattice(RuleGroups::Group group) : group_(std::move(group)) {
        std::vector<double> xs;
        std::vector<double> ys;
        for (const PdfRule& rule : group_.up) xs.push_back(rule.x0);
        for (const PdfRule& rule : group_.across) ys.push_back(rule.y0);
        xs_ = distinct(std::move(xs));
        ys_ = distinct(std::move(ys));
    }

    bool is_table() const {
        return xs_.size() >= 3 && ys_.size() >= 3 && xs_.size() <= 60 && xs_.back() - xs_.front() > 60 &&
               ys_.back() - ys_.front() > 15;
    }

    bool is_frame() const { return xs_.size() == 2 && ys_.size() >= 2; }
    PdfArea area() const { return {xs_.front(), ys_.front(), xs_.back(), ys_.back()}; }

    PdfGrid grid() const {
        PdfGrid out{{}, xs_.front(), ys_.front(), xs_.back(), ys_.back()};
        for (std::size_t row = ys_.size() - 1; row-- > 0;) {
            std::vector<PdfCell> cells;
            for (std::size_t column = 0; column + 1 < xs_.size(); ++column) {
                const double y = (ys_[row] + ys_[row + 1]) / 2;
                if (!cells.empty() && !is_drawn(xs_[column], y)) {
                    cells.back().x1 = xs_[column + 1];
                    ++cells.back().columns;
                } else {
                    cells.push_back({{}, xs_[column], xs_[column + 1], 1});
                }
            }
            out.rows.push_back(std::move(cells));
        }
        return out;
    }

    /// The row (from the top) in which height `y` lies.
    std::size_t row_at(double y) const {
        const auto above = std::upper_bound(ys_.begin(), ys_.end(), y);
        const auto index =
            static_cast<std::size_t>(std::clamp<long>(above - ys_.begin(), 1, static_cast<long>(ys_.size()) - 1));
        return ys_.size() - 1 - index;
    }

private:
    bool is_drawn(double x, double y) const {
        return std::any_of(group_.up.begin(), group_.up.end(), [&](const PdfRule& rule) {
            return std::abs(rule.x0 - x) <= near && rule.y0 <= y && y <= rule.y1;
        });
    }

    RuleGroups::Group group_;
    std::vector<double> xs_, ys_;
};

bool inside(const PdfWord& word, const PdfGrid& grid) {
    const double x = (word.x0 + word.x1) / 2;
    const double y = word.baseline + 0.25 * word.size;
    return grid.x0 - near <= x && x <= grid.x1 + near && grid.y0 - near <= y && y <= grid.y1 + near;
}

/// Moves the words inside the grid from the pieces to its cells.
void fill(PdfGrid& grid, const Lattice& lattice, std::vector<PdfLine>& pieces) {
    for (PdfLine& piece : pieces) {
        if (piece.x1 < grid.x0 || piece.x0 > grid.x1) continue;
        std::vector<PdfWord> staying;
        for (PdfWord& word : piece.words) {
            if (!inside(word, grid)) {
                staying.push_back(std::move(word));
                continue;
            }
            std::vector<PdfCell>& cells = grid.rows[lattice.row_at(word.baseline + 0.25 * word.size)];
            const double x = (word.x0 + word.x1) / 2;
            const auto cell = std::find_if(cells.begin(), cells.end(), [&](const PdfCell& c) { return x <= c.x1; });
            (cell == cells.end() ? cells.back() : *cell).words.push_back(std::move(word));
        }
        if (staying.size() == piece.words.size()) {
            piece.words = std::move(staying);
            continue;
        }
        piece.words = std::move(staying);
        if (!piece.words.empty()) settle(piece);
    }
    std::erase_if(pieces, [](const PdfLine& piece) { return piece.words.empty() && !piece.stands_in(); });
}

/// A table holds text in at least two rows and two columns; a frame around running text is none.
bool holds_table(const PdfGrid& grid) {
    std::size_t rows = 0;
    std::size_t rows_of_two = 0;
    std::size_t words = 0;
    std::size_t most = 0;
    for (const auto& row : grid.rows) {
        for (const PdfCell& cell : row) {
            words += cell.words.size();
            most = std::max(most, cell.words.size());
        }
        const auto filled =
            std::count_if(row.begin(), row.end(), [](const PdfCell& cell) { return !cell.words.empty(); });
        rows += filled > 0 ? 1 : 0;
        rows_of_two += filled > 1 ? 1 : 0;
    }
    const bool frame = most > 120 && most * 5 > words * 2;
    return rows >= 2 && rows_of_two >= 1 && !frame;
}

PdfLine placeholder(const PdfGrid& grid, std::size_t index) {
    PdfLine line;
    line.x0 = grid.x0;
    line.x1 = grid.x1;
    line.size = grid.y1 - grid.y0;
    line.baseline = grid.y0 + 0.22 * line.size;
    line.table = static_cast<int>(index);
    return line;
}

/// The areas of the lattices of that kind.
template <typename Wanted>
std::vector<PdfArea> areas(const PdfPage& page, const Wanted& wanted) {
    std::vector<PdfArea> out;
    if (page.rules.size() < 4 || page.rules.size() > most_rules) return out;
    for (RuleGroups::Group& group : RuleGroups(page.rules).groups()) {
        const Lattice lattice(std::move(group));
        if (wanted(lattice)) out.push_back(lattice.area());
    }
    return out;
}

}  // namespace

std::vector<PdfGrid> take_grids(const PdfPage& page, std::vector<PdfLine>& pieces) {
    std::vector<PdfGrid> grids;
    if (page.rules.size() < 4 || page.rules.size() > most_rules) return grids;
    for (RuleGroups::Group& group : RuleGroups(page.rules).groups()) {
        const Lattice lattice(std::move(group));
        if (!lattice.is_table()) continue;
        PdfGrid grid = lattice.grid();
        std::vector<PdfLine> rest = pieces;
        fill(grid, lattice, rest);
        if (!holds_table(grid)) continue;
        std::erase_if(grid.rows, [](const std::vector<PdfCell>& row) {
            return std::all_of(row.begin(), row.end(), [](const PdfCell& cell) { return cell.words.empty(); });
        });
        pieces = std::move(rest);
        pieces.push_back(placeholder(grid, grids.size()));
        grids.push_back(std::move(grid));
    }
    return grids;
}

std::vector<PdfArea> ruled_tables(const PdfPage& page) {
    return areas(page, [](const Lattice& lattice) { return lattice.is_table(); });
}

std::vector<PdfArea> frames_around_text(const PdfPage& page) {
    return areas(page, [](const Lattice& lattice) { return lattice.is_frame(); });
}

}  // namespace rapporteur
