#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "readers/pdf/pdf_drawing.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest = 60;     // letters of a watermark
constexpr double much_larger = 1.8;     // than the page's text
constexpr double smallest_large = 18;   // points
constexpr double huge = 3.0;            // times the page's text: of watermarks that run as it does
constexpr std::size_t least_below = 5;  // letters of the text that such a watermark lies over
constexpr std::size_t least_group = 3;  // letters at one angle: fewer stand along a curve
constexpr std::size_t most_angles = 8;  // of one page

/// The size of most of a page's upright letters.
double usual_size(const PdfDrawing& drawing) {
    std::map<long, std::size_t> counts;  // by half points
    for (const DrawnGlyph& drawn : drawing.glyphs) {
        if (drawn.unseen == Unseen::none && drawn.slant == 0) ++counts[std::lround(drawn.glyph.size * 2)];
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? 10.0 : static_cast<double>(most->first) / 2;
}

/// The seen letters that run at one angle beyond the quarter turns.
using Angle = std::pair<int, long>;  // quarter turns, and degrees beyond them
using Slanted = std::map<Angle, std::vector<DrawnGlyph*>>;

bool is_watermark(const std::vector<DrawnGlyph*>& letters, double usual) {
    if (letters.size() > longest) return false;
    const auto all = [&](const auto& holds) { return std::all_of(letters.begin(), letters.end(), holds); };
    if (all([](const DrawnGlyph* drawn) { return drawn->glyph.artifact; })) return true;
    const double large = std::max(much_larger * usual, smallest_large);
    return all([&](const DrawnGlyph* drawn) { return drawn->faint || drawn->glyph.size >= large; });
}

void leave_out(const std::vector<DrawnGlyph*>& letters, Unseen reason) {
    for (DrawnGlyph* drawn : letters) drawn->unseen = reason;
}

/// The box around a letter.
bool holds(const DrawnGlyph& large, const DrawnGlyph& small) {
    const auto [x, y] = large.middle();
    const auto [u, v] = small.middle();
    return std::abs(x - u) < large.advance / 2 && std::abs(y - v) < large.glyph.size / 2;
}

/// Faint and huge letters that run as the text does, over it.
void find_level(PdfDrawing& drawing, double usual) {
    std::vector<DrawnGlyph*> letters;
    const double least = std::max(huge * usual, 2 * smallest_large);
    for (DrawnGlyph& drawn : drawing.glyphs) {
        if (drawn.unseen == Unseen::none && drawn.slant == 0 && drawn.faint && !drawn.white &&
            drawn.glyph.size >= least)
            letters.push_back(&drawn);
    }
    if (letters.empty() || letters.size() > longest) return;
    std::size_t below = 0;
    for (const DrawnGlyph& small : drawing.glyphs) {
        if (small.unseen != Unseen::none || small.glyph.size >= least) continue;
        below +=
            std::any_of(letters.begin(), letters.end(), [&](const DrawnGlyph* large) { return holds(*large, small); })
                ? 1
                : 0;
    }
    if (below >= least_below) leave_out(letters, Unseen::watermark);
}

}  // namespace

void find_watermarks(PdfDrawing& drawing) {
    Slanted slanted;
    bool faint = false;
    for (DrawnGlyph& drawn : drawing.glyphs) {
        faint = faint || (drawn.faint && drawn.glyph.size >= 2 * smallest_large);
        if (drawn.slant == 0 || drawn.unseen != Unseen::none) continue;
        const long degrees = std::lround(drawn.slant * 180 / 3.14159265358979);
        slanted[{drawn.direction, degrees}].push_back(&drawn);
    }
    if (slanted.empty() && !faint) return;
    const double usual = usual_size(drawing);
    std::size_t angles = 0;
    for (const auto& [angle, letters] : slanted) {
        if (is_watermark(letters, usual))
            leave_out(letters, Unseen::watermark);
        else if (letters.size() < least_group || ++angles > most_angles)
            leave_out(letters, Unseen::curved);
    }
    if (faint) find_level(drawing, usual);
}

}  // namespace rapporteur
