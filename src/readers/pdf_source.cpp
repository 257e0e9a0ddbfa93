#include "readers/pdf_source.h"

#include <Annot.h>
#include <Error.h>
#include <ErrorCodes.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <Link.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <UTF.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "support/text.h"

// The only place that knows Poppler. Its core is used (not poppler-cpp) because one pass over a page then gives glyphs
// with their fonts, the rules of tables and the tags of page furniture, at less than the cost of its own layout
// analysis.
namespace rapporteur {
namespace {

constexpr std::size_t most_glyphs = 400000;  // of one page; no printed page comes near
constexpr std::size_t most_rules = 20000;
constexpr double thickest_rule = 3.0;  // points
constexpr double shortest_rule = 5.0;

/// A glyph before the page's frame is known: in the page's own coordinates, with the direction in which it runs.
struct RawGlyph {
    PdfGlyph glyph;
    double x = 0, y = 0;  // origin on the baseline
    double advance = 0;
    int direction = 0;  // quarter turns counter-clockwise from left-to-right
};

/// How a font looks, by its flags and its name.
struct FontLook {
    bool bold = false;
    bool italic = false;
};

FontLook look_of(const GfxFont& font) {
    FontLook look{font.isBold() || font.getWeight() >= GfxFont::W600, font.isItalic()};
    const std::string name = to_lower(font.getName().value_or(""));
    const auto names = [&](std::string_view part) { return name.find(part) != std::string::npos; };
    look.bold = look.bold || names("bold") || names("black") || names("heavy") || names("demi");
    look.italic = look.italic || names("italic") || names("oblique");
    return look;
}

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

/// Collects what a page draws.
class PageCollector : public OutputDev {
public:
    bool upsideDown() override { return false; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    bool useTilingPatternFill() override { return true; }
    bool useShadedFills(int) override { return true; }
    bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int, double,
                           double) override {
        return true;
    }
    bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
    bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
    bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
    bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
    bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }

    void startPage(int, GfxState* state, XRef*) override {
        width = state->getPageWidth();
        height = state->getPageHeight();
    }

    void updateFont(GfxState* state) override {
        const auto font = state->getFont();
        look_ = font ? look_of(*font) : FontLook();
    }

    void drawChar(GfxState* state, double x, double y, double dx, double dy, double originX, double originY, CharCode,
                  int, const Unicode* u, int length) override {
        if (glyphs.size() >= most_glyphs) return;
        RawGlyph raw;
        for (int i = 0; i < length; ++i) append_plain(raw.glyph.text, u[i]);
        place(state, x - originX, y - originY, dx, dy, raw);
        if (replaced_) return replace(raw);
        if (raw.glyph.size > 0.5 && !raw.glyph.text.empty()) glyphs.push_back(std::move(raw));
    }

    void beginActualText(GfxState*, const GooString* text) override {
        Unicode* codes = nullptr;
        const int count = TextStringToUCS4(text->toStr(), &codes);
        replacement_.clear();
        for (int i = 0; i < count; ++i) append_plain(replacement_, codes[i]);
        gfree(codes);
        replaced_ = true;
        span_.reset();
    }

    void endActualText(GfxState*) override {
        if (replaced_ && span_ && !replacement_.empty() && glyphs.size() < most_glyphs) {
            span_->glyph.text = replacement_;
            glyphs.push_back(std::move(*span_));
        }
        replaced_ = false;
        span_.reset();
    }

    void beginMarkedContent(const char* name, Dict*) override {
        ++depth_;
        if (artifact_from_ == 0 && std::string_view(name) == "Artifact") artifact_from_ = depth_;
    }

    void endMarkedContent(GfxState*) override {
        if (artifact_from_ == depth_) artifact_from_ = 0;
        if (depth_ > 0) --depth_;
    }

    void stroke(GfxState* state) override { add_path(state, false); }
    void fill(GfxState* state) override { add_path(state, true); }
    void eoFill(GfxState* state) override { add_path(state, true); }

    void drawImage(GfxState* state, Object* ref, Stream* stream, int w, int h, GfxImageColorMap* map, bool interpolate,
                   const int* mask, bool inline_image) override {
        has_pictures = true;
        if (inline_image) OutputDev::drawImage(state, ref, stream, w, h, map, interpolate, mask, inline_image);
    }
    void drawImageMask(GfxState* state, Object* ref, Stream* stream, int w, int h, bool invert, bool interpolate,
                       bool inline_image) override {
        has_pictures = true;
        if (inline_image) OutputDev::drawImageMask(state, ref, stream, w, h, invert, interpolate, inline_image);
    }
    void drawMaskedImage(GfxState*, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, bool,
                         bool) override {
        has_pictures = true;
    }
    void drawSoftMaskedImage(GfxState*, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int,
                             GfxImageColorMap*, bool) override {
        has_pictures = true;
    }

    std::vector<RawGlyph> glyphs;
    std::vector<PdfRule> rules;
    double width = 0, height = 0;
    bool has_pictures = false;

private:
    /// Origin, direction, advance and size of a glyph.
    void place(GfxState* state, double x, double y, double dx, double dy, RawGlyph& raw) const {
        double advance_x = 0;
        double advance_y = 0;
        state->transform(x, y, &raw.x, &raw.y);
        state->transformDelta(dx, dy, &advance_x, &advance_y);
        const double* text = state->getTextMat();
        double along_x = 0;
        double along_y = 0;
        state->transformDelta(text[0], text[1], &along_x, &along_y);
        if (std::abs(along_x) >= std::abs(along_y)) {
            raw.direction = along_x >= 0 ? 0 : 2;
            raw.advance = std::abs(advance_x);
        } else {
            raw.direction = along_y >= 0 ? 1 : 3;
            raw.advance = std::abs(advance_y);
        }
        raw.glyph.size = state->getTransformedFontSize();
        const auto font = state->getFont();
        if (font && font->getType() == fontType3) raw.glyph.size *= std::abs(font->getFontMatrix()[0]) * 1000;
        if (!std::isfinite(raw.x) || !std::isfinite(raw.y) || !std::isfinite(raw.advance) ||
            !std::isfinite(raw.glyph.size)) {
            raw.glyph.size = 0;
        }
        raw.glyph.bold = look_.bold || state->getRender() == 2;
        raw.glyph.italic = look_.italic;
        raw.glyph.artifact = artifact_from_ > 0;
    }

    /// Within text that stands for others only the place counts.
    void replace(RawGlyph& raw) {
        if (!span_) {
            span_ = std::move(raw);
        } else {
            span_->advance = std::max(span_->advance, std::hypot(raw.x - span_->x, raw.y - span_->y) + raw.advance);
        }
    }

    void add_path(GfxState* state, bool filled) {
        const GfxPath* path = state->getPath();
        for (int i = 0; i < path->getNumSubpaths() && rules.size() < most_rules; ++i)
            add_subpath(state, *path->getSubpath(i), filled);
    }

    /// Straight pieces of a stroked path, or a filled box that is thin; larger filled boxes are backgrounds, not rules.
    void add_subpath(GfxState* state, const GfxSubpath& path, bool filled) {
        const int count = path.getNumPoints();
        if (count < 2 || count > 64) return;
        std::vector<std::pair<double, double>> points;
        for (int i = 0; i < count; ++i) {
            if (path.getCurve(i)) return;
            double x = 0;
            double y = 0;
            state->transform(path.getX(i), path.getY(i), &x, &y);
            points.emplace_back(x, y);
        }
        const auto [left, right] = std::minmax_element(points.begin(), points.end());
        const auto by_y = [](const auto& a, const auto& b) { return a.second < b.second; };
        const auto [low, high] = std::minmax_element(points.begin(), points.end(), by_y);
        const double across = right->first - left->first;
        const double up = high->second - low->second;
        if (filled) {
            const double x = (left->first + right->first) / 2;
            const double y = (low->second + high->second) / 2;
            if (up <= thickest_rule)
                add_rule(left->first, y, right->first, y);
            else if (across <= thickest_rule)
                add_rule(x, low->second, x, high->second);
            return;
        }
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            add_rule(points[i].first, points[i].second, points[i + 1].first, points[i + 1].second);
        }
    }

    void add_rule(double x0, double y0, double x1, double y1) {
        if (!std::isfinite(x0 + y0 + x1 + y1)) return;
        const double across = std::abs(x1 - x0);
        const double up = std::abs(y1 - y0);
        if (up <= 1 && across >= shortest_rule)
            rules.push_back({std::min(x0, x1), y0, std::max(x0, x1), y0});
        else if (across <= 1 && up >= shortest_rule)
            rules.push_back({x0, std::min(y0, y1), x0, std::max(y0, y1)});
    }

    FontLook look_;
    int depth_ = 0;
    int artifact_from_ = 0;  // depth of the marked content that is page furniture, 0 outside
    bool replaced_ = false;
    std::string replacement_;
    std::optional<RawGlyph> span_;
};

/// Turns a point of a page of that size by quarter turns, so that text of that direction runs left to right.
std::pair<double, double> turned(double x, double y, double width, double height, int direction) {
    switch (direction) {
        case 1:
            return {y, width - x};
        case 2:
            return {width - x, height - y};
        case 3:
            return {height - y, x};
        default:
            return {x, y};
    }
}

/// The direction in which most of the page's text runs.
int main_direction(const std::vector<RawGlyph>& glyphs) {
    std::array<std::size_t, 4> counts{};
    for (const RawGlyph& raw : glyphs) ++counts[static_cast<std::size_t>(raw.direction)];
    return static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

/// The page in the frame of its main direction; glyphs outside of it are left out.
PdfPage framed(PageCollector& drawn, int number) {
    PdfPage page;
    page.number = number;
    page.turn = main_direction(drawn.glyphs);
    page.width = page.turn % 2 == 0 ? drawn.width : drawn.height;
    page.height = page.turn % 2 == 0 ? drawn.height : drawn.width;
    page.has_pictures = drawn.has_pictures;
    for (RawGlyph& raw : drawn.glyphs) {
        if (raw.direction != page.turn) {
            page.sideways += raw.glyph.text;
            continue;
        }
        const auto [x, y] = turned(raw.x, raw.y, drawn.width, drawn.height, page.turn);
        PdfGlyph glyph = std::move(raw.glyph);
        glyph.x0 = x;
        glyph.x1 = x + raw.advance;
        glyph.baseline = y;
        const bool outside = glyph.x1 < -1 || glyph.x0 > page.width + 1 || y < -1 || y > page.height + 1;
        if (!outside) page.glyphs.push_back(std::move(glyph));
    }
    for (const PdfRule& rule : drawn.rules) {
        const auto [ax, ay] = turned(rule.x0, rule.y0, drawn.width, drawn.height, page.turn);
        const auto [bx, by] = turned(rule.x1, rule.y1, drawn.width, drawn.height, page.turn);
        page.rules.push_back({std::min(ax, bx), std::min(ay, by), std::max(ax, bx), std::max(ay, by)});
    }
    return page;
}

/// A page whose drawing commands hide behind an image codec is a trap: no program writes one, and it may unpack to
/// gigabytes.
bool is_trap(Page& page) {
    const auto is_image = [](const Object& object) {
        if (!object.isStream()) return false;
        for (Stream* stream = object.getStream(); stream; stream = stream->getNextStream()) {
            const StreamKind kind = stream->getKind();
            if (kind == strJBIG2 || kind == strDCT || kind == strCCITTFax || kind == strJPX) return true;
        }
        return false;
    };
    const Object contents = page.getContents();
    if (!contents.isArray()) return is_image(contents);
    for (int i = 0; i < contents.arrayGetLength(); ++i) {
        if (is_image(contents.arrayGet(i))) return true;
    }
    return false;
}

// Poppler does not export the type information of link annotations, which the sanitizer's check of virtual tables asks
// for.
[[gnu::no_sanitize("vptr")]] void add_links(PDFDoc& document, int number, const PageCollector& drawn, PdfPage& page) {
    const std::unique_ptr<Links> links = document.getLinks(number);
    if (!links) return;
    std::array<double, 6> matrix{};
    document.getPage(number)->getDefaultCTM(matrix.data(), 72, 72, 0, false, false);
    const auto shown = [&](double x, double y) {
        return turned(matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5], drawn.width,
                      drawn.height, page.turn);
    };
    for (const AnnotLink* link : links->getLinks()) {
        const LinkAction* action = link->getAction();
        if (!action || !action->isOk() || action->getKind() != actionURI) continue;
        double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
        link->getRect(&x0, &y0, &x1, &y1);
        const auto [ax, ay] = shown(x0, y0);
        const auto [bx, by] = shown(x1, y1);
        page.links.push_back({std::min(ax, bx), std::min(ay, by), std::max(ax, bx), std::max(ay, by),
                              to_valid_utf8(static_cast<const LinkURI*>(action)->getURI())});
    }
}

}  // namespace

/// Poppler's document with what it needs to live.
class PdfSource::Body {
public:
    Body(std::string_view bytes, const std::string& password) {
        if (!globalParams) globalParams = std::make_unique<GlobalParams>();
        setErrorCallback([](ErrorCategory, Goffset, const char*) {});
        document = open(bytes, std::nullopt);
        if (!document->isOk() && document->getErrorCode() == errEncrypted) document = open(bytes, GooString(password));
    }

    std::unique_ptr<PDFDoc> document;

private:
    static std::unique_ptr<PDFDoc> open(std::string_view bytes, const std::optional<GooString>& password) {
        // PDFDoc owns the stream that it is given.
        auto stream = std::make_unique<MemStream>(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
        return std::make_unique<PDFDoc>(stream.release(), password, password);
    }
};

PdfSource::PdfSource(std::unique_ptr<Body> body) : body_(std::move(body)) {}
PdfSource::PdfSource(PdfSource&&) noexcept = default;
PdfSource& PdfSource::operator=(PdfSource&&) noexcept = default;
PdfSource::~PdfSource() = default;

Result<PdfSource> PdfSource::open(std::string_view bytes, const std::string& password, const std::string& file) {
    auto body = std::make_unique<Body>(bytes, password);
    PDFDoc& document = *body->document;
    if (!document.isOk()) {
        const bool locked = document.getErrorCode() == errEncrypted;
        return Diagnostic{locked ? Code::document_encrypted : Code::document_damaged, {file}, ""};
    }
    if (document.getNumPages() < 1) return Diagnostic{Code::document_damaged, {file}, "no pages"};
    return PdfSource(std::move(body));
}

int PdfSource::pages() const { return body_->document->getNumPages(); }

PdfPage PdfSource::page(int number) const {
    PDFDoc& document = *body_->document;
    PdfPage broken;
    broken.number = number;
    broken.damaged = true;
    try {
        Page* found = document.getPage(number);
        if (!found || !found->isOk() || is_trap(*found)) return broken;
        PageCollector drawn;
        document.displayPage(&drawn, number, 72, 72, 0, false, true, false);
        PdfPage page = framed(drawn, number);
        add_links(document, number, drawn, page);
        return page;
    } catch (const std::exception&) {
        return broken;
    }
}

}  // namespace rapporteur
