#include "readers/pdf/pdf_bands.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rapporteur {
namespace {

constexpr double word_gap = 0.75;         // of the font size: the widest space between words
constexpr double narrowest_gutter = 4.0;  // points

/// Where a line shows that two columns are two: a gap wider than between words, figures, or words behind nothing.
bool shows_gap(const std::vector<PdfLine>& line, const Band& left, const Band& right) {
    const PdfLine* before = nullptr;
    const PdfLine* after = nullptr;
    for (const PdfLine& cell : line) {
        if (cell.x0 < left.x1 && cell.x1 > left.x0) before = &cell;
        if (cell.x0 < right.x1 && cell.x1 > right.x0 && !after) after = &cell;
    }
    if (!after || before == after) return false;
    return !before || is_figure(*before) || is_figure(*after) || after->x0 - before->x1 > word_gap * after->size;
}

/// Columns between which no line shows more than a space between words are one: "Member of the Board" in every row.
std::vector<Band> without_word_gaps(std::vector<Band> bands, const std::vector<std::vector<PdfLine>>& lines) {
    std::vector<Band> out;
    for (const Band& band : bands) {
        const bool apart =
            out.empty() || std::any_of(lines.begin(), lines.end(), [&](const std::vector<PdfLine>& line) {
                return line.size() >= 2 && shows_gap(line, out.back(), band);
            });
        if (apart)
            out.push_back(band);
        else
            out.back().x1 = band.x1;
    }
    return out;
}

}  // namespace

bool is_figure(const PdfLine& cell) {
    const std::string& text = cell.words.front().text;
    return text.find_first_of("0123456789") != std::string::npos;
}

std::vector<Band> bands_of(const std::vector<std::vector<PdfLine>>& lines) {
    double left = 1e9;
    double right = 0;
    for (const auto& line : lines) {
        for (const PdfLine& cell : line) {
            left = std::min(left, cell.x0);
            right = std::max(right, cell.x1);
        }
    }
    std::vector<std::size_t> covered(static_cast<std::size_t>(std::clamp(right - left, 1.0, 5000.0)) + 2);
    std::size_t several = 0;
    for (const auto& line : lines) {
        if (line.size() < 2) continue;
        ++several;
        for (const PdfLine& cell : line) {
            const auto from = static_cast<std::size_t>(cell.x0 - left);
            const auto to = std::min(static_cast<std::size_t>(std::ceil(cell.x1 - left)), covered.size());
            for (std::size_t x = from; x < to; ++x) ++covered[x];
        }
    }
    std::vector<Band> out;
    const std::size_t stray = several / 7;  // cells that may reach across the gap of the others
    for (std::size_t x = 0; x < covered.size(); ++x) {
        if (covered[x] <= stray) continue;
        const double at = left + static_cast<double>(x);
        if (out.empty() || at - out.back().x1 > narrowest_gutter) out.push_back({at, at});
        out.back().x1 = at + 1;
    }
    return without_word_gaps(std::move(out), lines);
}

std::size_t band_of(const std::vector<Band>& bands, const PdfLine& cell) {
    std::size_t best = 0;
    double most = -1e9;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const double common = std::min(bands[i].x1, cell.x1) - std::max(bands[i].x0, cell.x0);
        if (common > most) {
            most = common;
            best = i;
        }
    }
    return best;
}

std::size_t bands_under(const std::vector<Band>& bands, const PdfLine& cell) {
    const auto under = [&](const Band& band) { return cell.x0 < band.x1 && cell.x1 > band.x0; };
    return static_cast<std::size_t>(std::count_if(bands.begin(), bands.end(), under));
}

}  // namespace rapporteur
