#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "readers/pdf/pdf_drawing.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_links = 2000;        // more are no links of a text
constexpr std::size_t longest_left_out = 2000;  // bytes of one reason and page that are shown

/// Turns a point of a page of that size by quarter turns, so that text of that direction runs left to right.
std::pair<double, double> turned(double x, double y, const PdfDrawing& drawing, int direction) {
    switch (direction) {
        case 1:
            return {y, drawing.width - x};
        case 2:
            return {drawing.width - x, drawing.height - y};
        case 3:
            return {drawing.height - y, x};
        default:
            return {x, y};
    }
}

/// The directions in which text runs, the most common first.
std::vector<int> directions_of(const std::vector<DrawnGlyph>& glyphs) {
    std::array<std::size_t, 4> counts{};
    for (const DrawnGlyph& drawn : glyphs)
        counts[static_cast<std::size_t>(drawn.direction)] += drawn.unseen == Unseen::none ? 1 : 0;
    std::vector<int> out{0, 1, 2, 3};
    std::stable_sort(out.begin(), out.end(), [&](int a, int b) {
        return counts[static_cast<std::size_t>(a)] > counts[static_cast<std::size_t>(b)];
    });
    std::erase_if(out, [&](int direction) {
        return direction != out.front() && counts[static_cast<std::size_t>(direction)] == 0;
    });
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

/// The part of the page whose text runs in that direction, turned so that it runs left to right.
PdfPage part_of(const PdfDrawing& drawing, int number, int direction) {
    PdfPage page;
    page.number = number;
    page.turn = direction;
    page.width = direction % 2 == 0 ? drawing.width : drawing.height;
    page.height = direction % 2 == 0 ? drawing.height : drawing.width;
    for (const PdfRule& rule : drawing.rules) {
        const auto [ax, ay] = turned(rule.x0, rule.y0, drawing, direction);
        const auto [bx, by] = turned(rule.x1, rule.y1, drawing, direction);
        page.rules.push_back({std::min(ax, bx), std::min(ay, by), std::max(ax, bx), std::max(ay, by)});
    }
    for (const PdfPaint& paint : drawing.paints) {
        if (paint.white || paint.picture) continue;
        const auto [ax, ay] = turned(paint.x0, paint.y0, drawing, direction);
        const auto [bx, by] = turned(paint.x1, paint.y1, drawing, direction);
        page.grounds.push_back({std::min(ax, bx), std::min(ay, by), std::max(ax, bx), std::max(ay, by)});
    }
    for (const PdfLink& link : drawing.links) {
        const auto [ax, ay] = turned(link.x0, link.y0, drawing, direction);
        const auto [bx, by] = turned(link.x1, link.y1, drawing, direction);
        page.links.push_back({std::min(ax, bx), std::min(ay, by), std::max(ax, bx), std::max(ay, by), link.target});
    }
    for (const DrawnGlyph& drawn : drawing.glyphs) {
        if (drawn.direction != direction || drawn.unseen != Unseen::none) continue;
        const auto [x, y] = turned(drawn.x, drawn.y, drawing, direction);
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
        case Unseen::slanted:
            return "slanted";
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
        if (width > 0 && height > 0) page.picture_share = std::max(page.picture_share, width * height / area);
    }
}

}  // namespace

PdfPage framed(const PdfDrawing& drawing, int number) {
    const std::vector<int> directions = directions_of(drawing.glyphs);
    PdfPage page = part_of(drawing, number, directions.front());
    page.left_out = unseen_text(drawing, number);
    find_pictures(drawing, page);
    for (std::size_t i = 1; i < directions.size(); ++i)
        page.sideways.push_back(part_of(drawing, number, directions[i]));
    return page;
}

}  // namespace rapporteur
