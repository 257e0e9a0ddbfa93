#include "readers/pdf/pdf_collector.h"

#include <UTF.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_glyphs = 400000;  // of one page; no printed page comes near
constexpr std::size_t most_rules = 20000;
constexpr std::size_t most_paints = 20000;
constexpr std::size_t most_subpaths = 5000;  // of one path: more are a drawing
constexpr double thickest_rule = 3.0;        // points
constexpr double shortest_rule = 5.0;
constexpr double smallest_size = 0.5;  // of a font that anybody can see
constexpr double steepest = 0.12;      // rise of a line that is meant to be level: scans are not quite straight
constexpr double outside_clip = 0.5;
constexpr double quarter_turn = 1.5707963267948966;  // radians
constexpr double faint_opacity = 0.6;
constexpr double faint_shade = 0.62;  // from black (0) to white (1)

bool is_ligature(char32_t c) { return (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFB13 && c <= 0xFB17); }

/// Adds a code point as text: ligatures taken apart, bullets of symbol fonts as bullets, controls left out.
void append_plain(std::string& out, char32_t c) {
    constexpr std::array<std::string_view, 7> latin{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    if (c == 0xF0B7 || c == 0xF0A7 || c == 0xF06E || c == 0xF076 || c == 0xF0D8 || c == 0x2022) {
        out += "•";
    } else if (is_ligature(c) && c <= 0xFB06) {
        out += latin[c - 0xFB00];
    } else if (c == 0xAD) {
        out += "-";  // fonts often draw every hyphen with it
    } else if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000 || c == '\t') {
        out += ' ';
    } else if (c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0) && c != 0x200B && c != 0xFEFF &&
               !(c >= 0xD800 && c < 0xE000)) {
        append_utf8(out, c > 0x10FFFF ? U'\uFFFD' : c);
    }
}

/// The box around points, sides along the page's.
PdfPaint around(const std::vector<std::pair<double, double>>& points) {
    PdfPaint out{points[0].first, points[0].second, points[0].first, points[0].second};
    for (const auto& [x, y] : points) {
        out.x0 = std::min(out.x0, x);
        out.x1 = std::max(out.x1, x);
        out.y0 = std::min(out.y0, y);
        out.y1 = std::max(out.y1, y);
    }
    return out;
}

/// Four corners of a box whose sides run along the page's (the first may be said again at the end).
bool is_box(const std::vector<std::pair<double, double>>& points, const PdfPaint& box) {
    if (points.size() != 4 && points.size() != 5) return false;
    const auto is_corner = [&](const auto& point) {
        return std::min(point.first - box.x0, box.x1 - point.first) < 0.1 &&
               std::min(point.second - box.y0, box.y1 - point.second) < 0.1;
    };
    for (std::size_t i = 1; i < points.size(); ++i) {
        const bool level = std::abs(points[i].second - points[i - 1].second) < 0.1;
        const bool upright = std::abs(points[i].first - points[i - 1].first) < 0.1;
        if (!level && !upright) return false;
    }
    return std::all_of(points.begin(), points.end(), is_corner);
}

}  // namespace

PageCollector::FontLook PageCollector::look_of(const GfxFont& font) {
    FontLook look{font.isBold() || font.getWeight() >= GfxFont::W600, font.isItalic()};
    const std::string name = to_lower(font.getName().value_or(""));
    const auto names = [&](std::string_view part) { return name.find(part) != std::string::npos; };
    look.bold = look.bold || names("bold") || names("black") || names("heavy") || names("demi");
    look.italic = look.italic || names("italic") || names("oblique");
    return look;
}

void PageCollector::startPage(int, GfxState* state, XRef*) {
    drawing.width = state->getPageWidth();
    drawing.height = state->getPageHeight();
}

void PageCollector::saveState(GfxState*) { odd_clips_.push_back(odd_clip_); }

void PageCollector::restoreState(GfxState*) {
    ink_.known = false;
    if (odd_clips_.empty()) return;
    odd_clip_ = odd_clips_.back();
    odd_clips_.pop_back();
}

void PageCollector::updateFont(GfxState* state) {
    const auto font = state->getFont();
    look_ = font ? look_of(*font) : FontLook();
}

void PageCollector::updateFillColor(GfxState*) { ink_.known = false; }
void PageCollector::updateFillColorSpace(GfxState*) { ink_.known = false; }
void PageCollector::updateFillOpacity(GfxState*) { ink_.known = false; }
void PageCollector::updateBlendMode(GfxState*) { ink_.known = false; }

const PageCollector::Ink& PageCollector::ink_of(GfxState* state) {
    if (ink_.known) return ink_;
    ink_ = {true, false, false, state->getFillOpacity() < 0.02, state->getFillOpacity() < faint_opacity};
    ink_.opaque = state->getFillOpacity() > 0.98 && state->getBlendMode() == gfxBlendNormal;
    if (state->getFillColorSpace()->getMode() != csPattern) {
        GfxRGB rgb;
        state->getFillRGB(&rgb);
        constexpr GfxColorComp nearly_white = gfxColorComp1 - gfxColorComp1 / 64;
        ink_.white = rgb.r >= nearly_white && rgb.g >= nearly_white && rgb.b >= nearly_white;
        const double shade = 0.3 * colToDbl(rgb.r) + 0.59 * colToDbl(rgb.g) + 0.11 * colToDbl(rgb.b);
        ink_.faint = ink_.faint || shade > faint_shade;
    }
    return ink_;
}

void PageCollector::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                             double origin_y, CharCode, int, const Unicode* u, int length) {
    DrawnGlyph drawn;
    for (int i = 0; i < length; ++i) append_plain(drawn.glyph.text, u[i]);
    place(state, x - origin_x, y - origin_y, dx, dy, drawn);
    if ((state->getRender() & 4) != 0) odd_clip_ = true;  // letters as a stencil: what is painted next fills them
    if (replaced_) return replace(drawn);
    if (!drawn.glyph.text.empty()) keep(std::move(drawn));
}

/// Glyphs without any size, or nowhere, are not drawn at all.
void PageCollector::keep(DrawnGlyph drawn) {
    const bool somewhere = std::isfinite(drawn.x + drawn.y + drawn.advance + drawn.glyph.size) &&
                           drawn.glyph.size > 0 && std::abs(drawn.x) < 1e6 && std::abs(drawn.y) < 1e6 &&
                           drawn.glyph.size < 1e5 && drawn.advance < 1e5;
    if (somewhere && drawing.glyphs.size() < most_glyphs) drawing.glyphs.push_back(std::move(drawn));
}

void PageCollector::beginActualText(GfxState*, const GooString* text) {
    Unicode* codes = nullptr;
    const int count = TextStringToUCS4(text->toStr(), &codes);
    replacement_.clear();
    for (int i = 0; i < count; ++i) append_plain(replacement_, codes[i]);
    gfree(codes);
    replaced_ = true;
    span_.reset();
}

void PageCollector::endActualText(GfxState*) {
    if (replaced_ && span_ && !replacement_.empty()) {
        span_->glyph.text = replacement_;
        keep(std::move(*span_));
    }
    replaced_ = false;
    span_.reset();
}

/// Within text that stands for others only the place counts.
void PageCollector::replace(DrawnGlyph& drawn) {
    if (!span_) {
        span_ = std::move(drawn);
    } else {
        span_->advance = std::max(span_->advance, std::hypot(drawn.x - span_->x, drawn.y - span_->y) + drawn.advance);
    }
}

void PageCollector::beginMarkedContent(const char* name, Dict*) {
    ++depth_;
    if (artifact_from_ == 0 && std::string_view(name) == "Artifact") artifact_from_ = depth_;
}

void PageCollector::endMarkedContent(GfxState*) {
    if (artifact_from_ == depth_) artifact_from_ = 0;
    if (depth_ > 0) --depth_;
}

/// Origin, direction, advance, size and look of a glyph, and whether it can be seen.
void PageCollector::place(GfxState* state, double x, double y, double dx, double dy, DrawnGlyph& drawn) {
    state->transform(x, y, &drawn.x, &drawn.y);
    measure(state, dx, dy, drawn);
    drawn.paint = static_cast<std::uint32_t>(drawing.paints.size());
    drawn.glyph.bold = look_.bold || state->getRender() == 2;
    drawn.glyph.italic = look_.italic;
    drawn.glyph.artifact = artifact_from_ > 0;
    judge(state, drawn);
}

void PageCollector::measure(GfxState* state, double dx, double dy, DrawnGlyph& drawn) const {
    double advance_x = 0;
    double advance_y = 0;
    state->transformDelta(dx, dy, &advance_x, &advance_y);
    const double* text = state->getTextMat();
    double along_x = 0;
    double along_y = 0;
    state->transformDelta(text[0], text[1], &along_x, &along_y);
    const double across = std::abs(along_x);
    const double up = std::abs(along_y);
    drawn.direction = across >= up ? (along_x >= 0 ? 0 : 2) : (along_y >= 0 ? 1 : 3);
    drawn.advance = std::hypot(advance_x, advance_y);
    if (std::min(across, up) > steepest * std::max(across, up))
        drawn.slant = std::remainder(std::atan2(along_y, along_x) - drawn.direction * quarter_turn, 4 * quarter_turn);
    drawn.glyph.size = state->getTransformedFontSize();
    const auto font = state->getFont();
    if (font && font->getType() == fontType3) drawn.glyph.size *= std::abs(font->getFontMatrix()[0]) * 1000;
}

void PageCollector::judge(GfxState* state, DrawnGlyph& drawn) {
    const Ink& ink = ink_of(state);
    drawn.white = ink.white && state->getRender() == 0;
    drawn.faint = ink.faint || state->getRender() == 1;
    if (drawn.unseen != Unseen::none) return;
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    state->getClipBBox(&x0, &y0, &x1, &y1);
    const auto [x, y] = drawn.middle();
    const bool clipped =
        x < x0 - outside_clip || x > x1 + outside_clip || y < y0 - outside_clip || y > y1 + outside_clip;
    if (drawn.glyph.size <= smallest_size)
        drawn.unseen = Unseen::tiny;
    else if (clipped)
        drawn.unseen = Unseen::clipped;
    else if (state->getRender() == 3 || (ink.none && state->getRender() == 0))
        drawn.unseen = Unseen::transparent;
}

void PageCollector::add_path(GfxState* state, bool filled) {
    const GfxPath* path = state->getPath();
    const int count = path->getNumSubpaths();
    if (static_cast<std::size_t>(count) > most_subpaths) return;
    const bool alone = count == 1;
    for (int i = 0; i < count; ++i) add_subpath(state, *path->getSubpath(i), filled, alone);
}

/// Straight pieces of a stroked path, or a filled box that is thin, are rules; larger filled areas are backgrounds.
void PageCollector::add_subpath(GfxState* state, const GfxSubpath& path, bool filled, bool alone) {
    const int count = path.getNumPoints();
    if (count < 2) return;
    Points points;
    bool curved = false;
    for (int i = 0; i < count; ++i) {
        curved = curved || path.getCurve(i);
        double x = 0;
        double y = 0;
        state->transform(path.getX(i), path.getY(i), &x, &y);
        points.emplace_back(x, y);
    }
    if (filled) return add_box(state, points, alone && !curved);
    if (curved || count > 64) return;
    for (std::size_t i = 0; i + 1 < points.size(); ++i)
        add_rule(points[i].first, points[i].second, points[i + 1].first, points[i + 1].second);
}

void PageCollector::add_box(GfxState* state, const Points& points, bool alone) {
    PdfPaint box = around(points);
    const double x = (box.x0 + box.x1) / 2;
    const double y = (box.y0 + box.y1) / 2;
    if (box.y1 - box.y0 <= thickest_rule) {
        add_rule(box.x0, y, box.x1, y);
    } else if (box.x1 - box.x0 <= thickest_rule) {
        add_rule(x, box.y0, x, box.y1);
    } else {
        const Ink& ink = ink_of(state);
        if (ink.none) return;
        box.white = ink.white;
        box.opaque = alone && ink.opaque && !odd_clip_ && !masked_ && groups_ == 0 && is_box(points, box);
        add_paint(state, box);
    }
}

void PageCollector::add_rule(double x0, double y0, double x1, double y1) {
    if (!std::isfinite(x0 + y0 + x1 + y1) || drawing.rules.size() >= most_rules) return;
    const double across = std::abs(x1 - x0);
    const double up = std::abs(y1 - y0);
    if (up <= 1 && across >= shortest_rule)
        drawing.rules.push_back({std::min(x0, x1), y0, std::max(x0, x1), y0});
    else if (across <= 1 && up >= shortest_rule)
        drawing.rules.push_back({x0, std::min(y0, y1), x0, std::max(y0, y1)});
}

/// Adds an area as far as the drawing is not confined to less.
void PageCollector::add_paint(GfxState* state, PdfPaint paint) {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    state->getClipBBox(&x0, &y0, &x1, &y1);
    paint.x0 = std::max(paint.x0, x0);
    paint.y0 = std::max(paint.y0, y0);
    paint.x1 = std::min(paint.x1, x1);
    paint.y1 = std::min(paint.y1, y1);
    const bool somewhere = std::isfinite(paint.x0 + paint.y0 + paint.x1 + paint.y1);
    if (somewhere && paint.x0 < paint.x1 && paint.y0 < paint.y1 && drawing.paints.size() < most_paints)
        drawing.paints.push_back(paint);
}

void PageCollector::clip(GfxState* state) {
    const GfxPath* path = state->getPath();
    if (path->getNumSubpaths() != 1 || path->getSubpath(0)->getNumPoints() > 5) {
        odd_clip_ = true;
        return;
    }
    Points points;
    const GfxSubpath& corners = *path->getSubpath(0);
    for (int i = 0; i < corners.getNumPoints(); ++i) {
        double x = 0;
        double y = 0;
        state->transform(corners.getX(i), corners.getY(i), &x, &y);
        points.emplace_back(x, y);
        if (corners.getCurve(i)) odd_clip_ = true;
    }
    if (points.empty() || !is_box(points, around(points))) odd_clip_ = true;
}

bool PageCollector::shade(GfxState* state) {
    add_paint(state, {-1e6, -1e6, 1e6, 1e6});
    return true;
}

bool PageCollector::tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int,
                                      int, double, double) {
    return shade(state);
}

void PageCollector::add_picture(GfxState* state, int columns, int rows) {
    Points corners;
    for (const auto& [u, v] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
        double x = 0;
        double y = 0;
        state->transform(u, v, &x, &y);
        corners.emplace_back(x, y);
    }
    PdfPaint picture = around(corners);
    picture.picture = true;
    const double area = (picture.x1 - picture.x0) * (picture.y1 - picture.y0);
    if (area > 0) picture.resolution = 72 * std::sqrt(static_cast<double>(columns) * rows / area);
    add_paint(state, picture);
}

void PageCollector::drawImage(GfxState* state, Object* ref, Stream* stream, int w, int h, GfxImageColorMap* map,
                              bool interpolate, const int* mask, bool inline_image) {
    add_picture(state, w, h);
    // What stands between the commands has to be read past.
    if (inline_image) OutputDev::drawImage(state, ref, stream, w, h, map, interpolate, mask, inline_image);
}

void PageCollector::drawImageMask(GfxState* state, Object* ref, Stream* stream, int w, int h, bool invert,
                                  bool interpolate, bool inline_image) {
    add_picture(state, w, h);
    if (inline_image) OutputDev::drawImageMask(state, ref, stream, w, h, invert, interpolate, inline_image);
}

}  // namespace rapporteur
