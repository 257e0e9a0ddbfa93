#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "readers/pdf/pdf_drawing.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_links = 2000;        // more are no links of a text
constexpr double scan_share = 0.6;              // of a page, that the picture of a scan covers
constexpr std::size_t longest_left_out = 2000;  // bytes of one reason and page that are shown

/// An angle at which text runs.
struct Angle {
    int direction = 0;
    long degrees = 0;  // beyond it
    double slant = 0;  // the same in radians, of one of its letters
    std::size_t letters = 0;

    bool is_of(const DrawnGlyph& drawn) const { return drawn.direction == direction && degrees_of(drawn) == degrees; }
    static long degrees_of(const DrawnGlyph& drawn) {
        return drawn.slant == 0 ? 0 : std::lround(drawn.slant * 180 / 3.14159265358979);
    }
};

/// The angles at which text runs, the most common first; slanted text is the page's own where there is little else.
std::vector<Angle> angles_of(const std::vector<DrawnGlyph>& glyphs) {
    std::vector<Angle> out{{0}, {1}, {2}, {3}};
    for (const DrawnGlyph& drawn : glyphs) {
        if (drawn.unseen != Unseen::none) continue;
        if (drawn.slant == 0) {
            ++out[static_cast<std::size_t>(drawn.direction)].letters;
            continue;
        }
        const auto angle =
            std::find_if(out.begin() + 4, out.end(), [&](const Angle& known) { return known.is_of(drawn); });
        if (angle == out.end())
            out.push_back({drawn.direction, Angle::degrees_of(drawn), drawn.slant, 1});
        else
            ++angle->letters;
    }
    const auto weight = [](const Angle& angle) { return angle.degrees == 0 ? 4 * angle.letters : angle.letters; };
    std::stable_sort(out.begin(), out.end(), [&](const Angle& a, const Angle& b) { return weight(a) > weight(b); });
    const auto none = std::find_if(out.begin() + 1, out.end(), [](const Angle& angle) { return angle.letters == 0; });
    out.erase(none, out.end());
    return out;
}

/// Tells for each glyph in which link's area its middle lies; lines are looked at with the links of their height only.
void find_links(PdfPage& page) {
    if (page.links.empty() || page.links.size() > most_links) return;
    std::vector<int> near;
    double baseline = -1e9;
    for (PdfGlyph& glyph : page.glyphs) {
        const double y = glyph.baseline + 0.3 * glyph.size;
        if (glyph.baseline != baseline) {
            baseline = glyph.baseline;
            near.clear();
            for (std::size_t i = 0; i < page.links.size(); ++i) {
                if (page.links[i].y0 <= y && y <= page.links[i].y1) near.push_back(static_cast<int>(i));
            }
        }
        const double x = (glyph.x0 + glyph.x1) / 2;
        const auto link = std::find_if(near.begin(), near.end(), [&](int i) {
            const PdfLink& area = page.links[static_cast<std::size_t>(i)];
            return area.x0 <= x && x <= area.x1 && area.y0 <= y && y <= area.y1;
        });
        if (link != near.end()) glyph.link = *link;
    }
}

/// What is drawn besides letters, in the page's frame.
void add_surroundings(const PdfDrawing& drawing, PdfPage& page) {
    const auto turned = [&](const auto& box) { return to_frame(page.turn, {box.x0, box.y0, box.x1, box.y1}); };
    for (const PdfRule& rule : drawing.rules) {
        const PdfArea area = turned(rule);
        page.rules.push_back({area.x0, area.y0, area.x1, area.y1});
    }
    for (const PdfPaint& paint : drawing.paints) {
        if (!paint.white && !paint.picture) page.grounds.push_back(turned(paint));
    }
    for (const PdfLink& link : drawing.links) {
        const PdfArea area = turned(link);
        page.links.push_back({area.x0, area.y0, area.x1, area.y1, link.target});
    }
}

/// The part of the page whose text runs at that angle, turned so that it runs left to right.
PdfPage part_of(const PdfDrawing& drawing, int number, const Angle& angle) {
    PdfPage page;
    page.number = number;
    page.turn = {angle.direction, angle.slant, drawing.width, drawing.height};
    std::tie(page.width, page.height) = page.turn.size();
    if (angle.slant == 0) add_surroundings(drawing, page);
    for (const DrawnGlyph& drawn : drawing.glyphs) {
        if (drawn.unseen != Unseen::none || !angle.is_of(drawn)) continue;
        const auto [x, y] = page.turn.to_frame(drawn.x, drawn.y);
        PdfGlyph& glyph = page.glyphs.emplace_back(drawn.glyph);
        glyph.x0 = x;
        glyph.x1 = x + drawn.advance;
        glyph.baseline = y;
    }
    find_links(page);
    return page;
}

std::string_view reason_of(Unseen unseen) {
    switch (unseen) {
        case Unseen::off_page:
            return "off the page";
        case Unseen::clipped:
            return "clipped away";
        case Unseen::covered:
            return "covered";
        case Unseen::transparent:
            return "invisible";
        case Unseen::white:
            return "white on white";
        case Unseen::tiny:
            return "too small to see";
        case Unseen::watermark:
            return "watermark";
        case Unseen::curved:
            return "along a curve";
        case Unseen::hidden_layer:
            return "hidden layer";
        default:
            return "";
    }
}

/// What is not seen, by reason, in the order of drawing; glyphs that stand apart are apart.
std::vector<LeftOut> unseen_text(const PdfDrawing& drawing, int number) {
    struct Text {
        std::string text;
        const DrawnGlyph* last = nullptr;
    };
    std::map<Unseen, Text> texts;
    for (const DrawnGlyph& drawn : drawing.glyphs) {
        if (drawn.unseen == Unseen::none) continue;
        auto& [text, last] = texts[drawn.unseen];
        if (text.size() > longest_left_out) continue;
        const double gap = last ? std::hypot(drawn.x - last->x, drawn.y - last->y) - last->advance : 0;
        if (gap > 0.2 * drawn.glyph.size) text += ' ';
        text += drawn.glyph.text;
        last = &drawn;
    }
    std::vector<LeftOut> out;
    for (const auto& [unseen, text] : texts) {
        std::string plain = collapse_space(text.text);
        if (!plain.empty()) out.push_back({std::string(reason_of(unseen)), nfc(plain), number});
    }
    return out;
}

void find_pictures(const PdfDrawing& drawing, PdfPage& page) {
    const double area = std::max(drawing.width * drawing.height, 1.0);
    for (const PdfPaint& paint : drawing.paints) {
        page.has_pictures = page.has_pictures || paint.picture;
        page.has_drawings = page.has_drawings || !paint.white;
        if (!paint.picture) continue;
        const double width = std::min(paint.x1, drawing.width) - std::max(paint.x0, 0.0);
        const double height = std::min(paint.y1, drawing.height) - std::max(paint.y0, 0.0);
        if (width <= 0 || height <= 0) continue;
        const double share = width * height / area;
        page.picture_share = std::max(page.picture_share, share);
        if (share >= scan_share) page.scan_resolution = std::max(page.scan_resolution, paint.resolution);
    }
}

}  // namespace

PdfPage framed(const PdfDrawing& drawing, int number) {
    const std::vector<Angle> angles = angles_of(drawing.glyphs);
    PdfPage page = part_of(drawing, number, angles.front());
    page.left_out = unseen_text(drawing, number);
    find_pictures(drawing, page);
    for (std::size_t i = 1; i < angles.size(); ++i) page.sideways.push_back(part_of(drawing, number, angles[i]));
    return page;
}

}  // namespace rapporteur
