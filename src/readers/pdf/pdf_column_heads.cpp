#include "readers/pdf/pdf_column_heads.h"

#include <algorithm>
#include <cstddef>

namespace rapporteur {
namespace {

constexpr std::size_t most_head_lines = 3;

bool stands_left(const PdfLine& piece, const Gutter& gutter) {
    return piece.box.empty() && piece.x1 <= gutter.middle();
}

/// True where more room than between lines parts piece `i` from the one above it.
bool stands_apart(const std::vector<PdfLine>& pieces, std::size_t i) {
    return i > 0 && pieces[i - 1].baseline - pieces[i].baseline > 1.5 * pieces[i].size;
}

/// Both columns begin at the height of piece `i`.
bool begins_both(const std::vector<PdfLine>& pieces, std::size_t i, const Gutter& gutter) {
    bool left = false;
    bool right = false;
    for (std::size_t k = i; k < pieces.size() && pieces[i].baseline - pieces[k].baseline < 1; ++k)
        (pieces[k].x0 >= gutter.middle() ? right : left) = true;
    return left && right;
}

/// Takes bold lines at the left, right before piece `end`, for headings.
void take_bold_heads(const std::vector<PdfLine>& pieces, std::size_t end, const Gutter& gutter,
                     std::vector<bool>& heads) {
    std::size_t begin = end;
    while (begin > 0 && pieces[begin - 1].bold && stands_left(pieces[begin - 1], gutter)) --begin;
    if (begin == end || end - begin > most_head_lines || !stands_apart(pieces, begin)) return;
    std::fill(heads.begin() + static_cast<long>(begin), heads.begin() + static_cast<long>(end), true);
}

}  // namespace

std::vector<bool> column_heads(const std::vector<PdfLine>& pieces, const Gutter& gutter) {
    std::vector<bool> out(pieces.size());
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
        out[i] = stands_left(pieces[i], gutter) && stands_apart(pieces, i) && stands_apart(pieces, i + 1) &&
                 begins_both(pieces, i + 1, gutter);
        if (out[i]) take_bold_heads(pieces, i, gutter, out);
    }
    take_bold_heads(pieces, pieces.size(), gutter, out);
    return out;
}

}  // namespace rapporteur
