#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "readers/pdf/pdf_page.h"

namespace rapporteur {

/// Why a reader of the page does not see a glyph that is drawn.
enum class Unseen {
    none,
    off_page,
    clipped,      // outside of what the drawing is confined to
    covered,      // an opaque box was drawn over it
    transparent,  // drawn without ink, as the text layer of a scan is
    white,        // white on nothing
    tiny,
    watermark,
    curved,        // every letter at an angle of its own
    hidden_layer,  // on a layer that is switched off
};

/// A glyph before the page's frame is known: in the page's own coordinates, with the direction in which it runs.
struct DrawnGlyph {
    PdfGlyph glyph;
    double x = 0, y = 0;  // origin on the baseline
    double advance = 0;
    int direction = 0;        // quarter turns counter-clockwise from left-to-right
    double slant = 0;         // radians beyond them, where it is meant to be seen
    std::uint32_t paint = 0;  // how many areas were painted before it
    bool white = false;
    bool faint = false;  // hardly darker than paper, or seen through
    Unseen unseen = Unseen::none;

    /// The middle of its lower half, on the page.
    std::pair<double, double> middle() const;
};

/// An area that was painted.
struct PdfPaint {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    bool opaque = false;    // a box that hides what is below it
    bool white = false;     // no ground for white letters
    bool picture = false;   // a raster image
    double resolution = 0;  // of a picture: its own points an inch of the page
};

/// All that one page draws, in the order of drawing; points, y up, the page as it is shown.
struct PdfDrawing {
    double width = 0, height = 0;
    std::vector<DrawnGlyph> glyphs;
    std::size_t page_glyphs = 0;  // as many are of the page itself; annotations and fields draw the others
    std::vector<PdfRule> rules;
    std::vector<PdfPaint> paints;
    std::vector<PdfLink> links;
};

/// Finds the glyphs that boxes cover, that have no ink and no picture behind them, that are white on white or off the
/// page.
void find_unseen(PdfDrawing& drawing);

/// Finds large or faint words that were written across a page, and letters along curves.
void find_watermarks(PdfDrawing& drawing);

/// The page in the frame in which most of its text runs, what runs at other angles beside it in frames of its own; what
/// is not seen is left out.
PdfPage framed(const PdfDrawing& drawing, int number);

}  // namespace rapporteur
