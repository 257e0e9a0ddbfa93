#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <tuple>

#include "readers/pdf/pdf_drawing.h"

namespace rapporteur {
namespace {

constexpr double band_height = 12.0;       // points
constexpr std::size_t most_in_band = 200;  // areas looked at for one glyph
constexpr double margin = 1.0;             // points

/// The painted areas by the heights that they cover, so that a glyph is held against few of them.
class PaintIndex {
public:
    PaintIndex(const PdfDrawing& drawing, const std::function<bool(const PdfPaint&)>& wanted)
        : paints_(drawing.paints) {
        bands_.resize(static_cast<std::size_t>(std::clamp(drawing.height, 1.0, 20000.0) / band_height) + 1);
        for (std::size_t i = 0; i < paints_.size(); ++i) {
            if (!wanted(paints_[i])) continue;
            for (std::size_t band = band_at(paints_[i].y0); band <= band_at(paints_[i].y1); ++band) {
                if (bands_[band].size() < most_in_band) bands_[band].push_back(i);
            }
        }
    }

    /// Whether an area of those from number `from` up to (not with) `to` holds the middle of the glyph.
    bool holds(const DrawnGlyph& glyph, std::size_t from, std::size_t to) const {
        const auto [x, y] = glyph.middle();
        const std::vector<std::size_t>& band = bands_[band_at(y)];
        return std::any_of(band.begin(), band.end(), [&, x = x, y = y](std::size_t i) {
            const PdfPaint& paint = paints_[i];
            return i >= from && i < to && paint.x0 <= x && x <= paint.x1 && paint.y0 <= y && y <= paint.y1;
        });
    }

private:
    std::size_t band_at(double y) const {
        const double last = static_cast<double>(bands_.size() - 1);
        return static_cast<std::size_t>(std::clamp(y / band_height, 0.0, last));
    }

    const std::vector<PdfPaint>& paints_;
    std::vector<std::vector<std::size_t>> bands_;
};

bool off_page(const DrawnGlyph& glyph, const PdfDrawing& drawing) {
    const auto [x, y] = glyph.middle();
    return x < -margin || x > drawing.width + margin || y < -margin || y > drawing.height + margin;
}

/// An opaque box over a glyph, or paper over it: a box drawn last that leaves next to nothing of a page would be a
/// mistake of ours.
void find_covered(PdfDrawing& drawing) {
    const PaintIndex boxes(drawing, [](const PdfPaint& paint) { return paint.opaque; });
    for (DrawnGlyph& glyph : drawing.glyphs) {
        if (glyph.unseen == Unseen::none && boxes.holds(glyph, glyph.paint, drawing.paints.size()))
            glyph.unseen = Unseen::covered;
    }
}

void find_white(PdfDrawing& drawing) {
    const PaintIndex grounds(drawing, [](const PdfPaint& paint) { return !paint.white; });
    for (DrawnGlyph& glyph : drawing.glyphs) {
        if (glyph.white && glyph.unseen == Unseen::none && !grounds.holds(glyph, 0, glyph.paint))
            glyph.unseen = Unseen::white;
    }
}

/// Text without ink over a picture is what was recognised in it; on a page without other text it stands for outlines.
void keep_recognised(PdfDrawing& drawing) {
    const auto seen = std::count_if(drawing.glyphs.begin(), drawing.glyphs.end(),
                                    [](const DrawnGlyph& glyph) { return glyph.unseen == Unseen::none; });
    const auto inkless = std::count_if(drawing.glyphs.begin(), drawing.glyphs.end(),
                                       [](const DrawnGlyph& glyph) { return glyph.unseen == Unseen::transparent; });
    if (inkless == 0) return;
    const PaintIndex pictures(drawing, [](const PdfPaint& paint) { return paint.picture; });
    for (DrawnGlyph& glyph : drawing.glyphs) {
        if (glyph.unseen != Unseen::transparent) continue;
        if (seen == 0 || pictures.holds(glyph, 0, drawing.paints.size())) glyph.unseen = Unseen::none;
    }
}

}  // namespace

std::pair<double, double> DrawnGlyph::middle() const {
    constexpr std::array<std::array<int, 2>, 4> along{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};
    double right = along[static_cast<std::size_t>(direction)][0];
    double up = along[static_cast<std::size_t>(direction)][1];
    if (slant != 0) {
        const double sine = std::sin(slant);
        const double cosine = std::cos(slant);
        std::tie(right, up) = std::pair(right * cosine - up * sine, right * sine + up * cosine);
    }
    const double half = advance / 2;
    const double rise = 0.25 * glyph.size;
    return {x + right * half - up * rise, y + up * half + right * rise};
}

void find_unseen(PdfDrawing& drawing) {
    bool white = false;
    for (DrawnGlyph& glyph : drawing.glyphs) {
        if (off_page(glyph, drawing)) glyph.unseen = Unseen::off_page;
        white = white || glyph.white;
    }
    keep_recognised(drawing);
    const bool boxes =
        std::any_of(drawing.paints.begin(), drawing.paints.end(), [](const PdfPaint& paint) { return paint.opaque; });
    if (boxes) find_covered(drawing);
    if (white) find_white(drawing);
    find_watermarks(drawing);
}

}  // namespace rapporteur
