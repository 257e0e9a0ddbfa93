#pragma once

#include <GfxFont.h>
#include <GfxState.h>
#include <OutputDev.h>

#include <optional>
#include <string>
#include <vector>

#include "readers/pdf/pdf_drawing.h"

namespace rapporteur {

/// Collects what Poppler draws of a page: glyphs, rules and painted areas. To be included by the PDF source only.
class PageCollector : public OutputDev {
public:
    PdfDrawing drawing;

    bool upsideDown() override { return false; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    bool useTilingPatternFill() override { return true; }
    bool useShadedFills(int) override { return true; }

    void startPage(int number, GfxState* state, XRef* xref) override;
    void saveState(GfxState* state) override;
    void restoreState(GfxState* state) override;
    void updateFont(GfxState* state) override;
    void updateFillColor(GfxState* state) override;
    void updateFillColorSpace(GfxState* state) override;
    void updateFillOpacity(GfxState* state) override;
    void updateBlendMode(GfxState* state) override;

    void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                  CharCode code, int bytes, const Unicode* u, int length) override;
    void beginActualText(GfxState* state, const GooString* text) override;
    void endActualText(GfxState* state) override;
    void beginMarkedContent(const char* name, Dict* properties) override;
    void endMarkedContent(GfxState* state) override;

    void stroke(GfxState* state) override { add_path(state, false); }
    void fill(GfxState* state) override { add_path(state, true); }
    void eoFill(GfxState* state) override { add_path(state, true); }
    void clip(GfxState* state) override;
    void eoClip(GfxState* state) override { clip(state); }
    void clipToStrokePath(GfxState*) override { odd_clip_ = true; }
    void setSoftMask(GfxState*, const double*, bool, Function*, GfxColor*) override { masked_ = true; }
    void clearSoftMask(GfxState*) override { masked_ = false; }
    void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool) override { ++groups_; }
    void endTransparencyGroup(GfxState*) override { --groups_; }

    bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int,
                           double, double) override;
    bool functionShadedFill(GfxState* state, GfxFunctionShading*) override { return shade(state); }
    bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override { return shade(state); }
    bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override { return shade(state); }
    bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override { return shade(state); }
    bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override { return shade(state); }

    void drawImage(GfxState* state, Object* ref, Stream* stream, int w, int h, GfxImageColorMap* map, bool interpolate,
                   const int* mask, bool inline_image) override;
    void drawImageMask(GfxState* state, Object* ref, Stream* stream, int w, int h, bool invert, bool interpolate,
                       bool inline_image) override;
    void drawMaskedImage(GfxState* state, Object*, Stream*, int w, int h, GfxImageColorMap*, bool, Stream*, int mask_w,
                         int mask_h, bool, bool) override {
        add_picture(state, std::max(w, mask_w), std::max(h, mask_h));
    }
    void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int w, int h, GfxImageColorMap*, bool, Stream*,
                             int mask_w, int mask_h, GfxImageColorMap*, bool) override {
        add_picture(state, std::max(w, mask_w), std::max(h, mask_h));
    }

private:
    /// How a font looks, by its flags and its name.
    struct FontLook {
        bool bold = false;
        bool italic = false;
    };

    /// What the fill paints with; worked out when it is first used after a change.
    struct Ink {
        bool known = false;
        bool white = false;
        bool opaque = true;
        bool none = false;
        bool faint = false;
    };

    using Points = std::vector<std::pair<double, double>>;

    static FontLook look_of(const GfxFont& font);
    const Ink& ink_of(GfxState* state);
    void place(GfxState* state, double x, double y, double dx, double dy, DrawnGlyph& drawn);
    void measure(GfxState* state, double dx, double dy, DrawnGlyph& drawn) const;
    void judge(GfxState* state, DrawnGlyph& drawn);
    void keep(DrawnGlyph drawn);
    void replace(DrawnGlyph& drawn);
    void add_path(GfxState* state, bool filled);
    void add_subpath(GfxState* state, const GfxSubpath& path, bool filled, bool alone);
    void add_box(GfxState* state, const Points& points, bool alone);
    void add_rule(double x0, double y0, double x1, double y1);
    void add_paint(GfxState* state, PdfPaint paint);
    void add_picture(GfxState* state, int columns, int rows);
    bool shade(GfxState* state);

    FontLook look_;
    Ink ink_;
    int depth_ = 0;
    int artifact_from_ = 0;  // depth of the marked content that is page furniture, 0 outside
    int groups_ = 0;         // transparency groups around
    bool masked_ = false;
    bool odd_clip_ = false;  // confined to something other than a box
    std::vector<bool> odd_clips_;
    bool replaced_ = false;
    std::string replacement_;
    std::optional<DrawnGlyph> span_;
};

}  // namespace rapporteur
