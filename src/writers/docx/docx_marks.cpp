#include "writers/docx/docx_marks.h"

#include <png.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

constexpr double pixels_per_point = 8;

// A transparent canvas of points, origin at the top left.
class Canvas {
public:
    Canvas(double width, double height)
        : width_points_(width),
          height_points_(height),
          width_(pixels(width)),
          height_(pixels(height)),
          bytes_(width_ * height_ * 4) {}

    void fill(double x0, double y0, double x1, double y1, Colour colour) {
        for (std::size_t y = pixels(y0); y < std::min(pixels(y1), height_); ++y)
            for (std::size_t x = pixels(x0); x < std::min(pixels(x1), width_); ++x) set(x, y, colour);
    }

    void frame(double x0, double y0, double x1, double y1, double line, Colour colour) {
        fill(x0, y0, x1, y0 + line, colour);
        fill(x0, y1 - line, x1, y1, colour);
        fill(x0, y0, x0 + line, y1, colour);
        fill(x1 - line, y0, x1, y1, colour);
    }

    // The half of a square below the diagonal that rises to the right.
    void fill_lower_triangle(double size, Colour colour) {
        const std::size_t side = std::min({pixels(size), width_, height_});
        for (std::size_t y = 0; y < side; ++y)
            for (std::size_t x = side - 1 - y; x < side; ++x) set(x, y, colour);
    }

    MarkPicture picture() const {
        png_image image{};
        image.version = PNG_IMAGE_VERSION;
        image.width = static_cast<png_uint_32>(width_);
        image.height = static_cast<png_uint_32>(height_);
        image.format = PNG_FORMAT_RGBA;
        png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
        std::string png(size, '\0');
        if (!png_image_write_to_memory(&image, png.data(), &size, 0, bytes_.data(), 0, nullptr)) size = 0;
        png.resize(size);
        return {width_points_, height_points_, png};
    }

private:
    static std::size_t pixels(double points) {
        return static_cast<std::size_t>(std::lround(std::max(points, 0.0) * pixels_per_point));
    }

    void set(std::size_t x, std::size_t y, Colour colour) {
        std::uint8_t* pixel = &bytes_[(y * width_ + x) * 4];
        pixel[0] = colour.r;
        pixel[1] = colour.g;
        pixel[2] = colour.b;
        pixel[3] = 255;
    }

    double width_points_, height_points_;
    std::size_t width_, height_;
    std::vector<std::uint8_t> bytes_;
};

std::string picture_xml(const MarkPicture& picture, const std::string& relationship, const std::string& name) {
    const std::string width = emus(picture.width), height = emus(picture.height);
    const std::string properties =
        tag("pic:nvPicPr", {}, tag("pic:cNvPr", {{"id", "0"}, {"name", name}}) + tag("pic:cNvPicPr"));
    const std::string fill =
        tag("pic:blipFill", {}, tag("a:blip", {{"r:embed", relationship}}) + tag("a:stretch", {}, tag("a:fillRect")));
    const std::string place =
        tag("a:xfrm", {}, tag("a:off", {{"x", "0"}, {"y", "0"}}) + tag("a:ext", {{"cx", width}, {"cy", height}}));
    const std::string shape = tag("pic:spPr", {}, place + tag("a:prstGeom", {{"prst", "rect"}}, tag("a:avLst")));
    return tag("pic:pic", {{"xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"}},
               properties + fill + shape);
}

}  // namespace

MarkPicture strength_picture(int strength, const Style& style, bool right_to_left) {
    constexpr int bars = 5;
    const auto& mark = style.strength;
    const double height = mark.lowest + (bars - 1) * mark.step;
    Canvas canvas(bars * mark.bar + (bars - 1) * mark.gap, height);
    for (int i = 0; i < bars; ++i) {
        const double left = (right_to_left ? bars - 1 - i : i) * (mark.bar + mark.gap);
        const double top = height - mark.lowest - i * mark.step;
        if (i < strength)
            canvas.fill(left, top, left + mark.bar, height, style.colour("ink"));
        else
            canvas.frame(left, top, left + mark.bar, height, mark.outline, style.colour("rule"));
    }
    return canvas.picture();
}

MarkPicture status_picture(DocumentState state, const Style& style) {
    const double side = style.status.square;
    const Colour ink = style.colour("ink");
    Canvas canvas(side, side);
    canvas.frame(0, 0, side, side, style.status.outline, ink);
    if (state == DocumentState::at_hand) canvas.fill(0, 0, side, side, ink);
    if (state == DocumentState::in_part) canvas.fill_lower_triangle(side, ink);
    return canvas.picture();
}

std::string inline_drawing(const MarkPicture& picture, const std::string& relationship, int id,
                           const std::string& alt) {
    const std::string name = "Mark " + std::to_string(id);
    const std::string graphic =
        tag("a:graphic", {{"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"}},
            tag("a:graphicData", {{"uri", "http://schemas.openxmlformats.org/drawingml/2006/picture"}},
                picture_xml(picture, relationship, name)));
    return tag("w:drawing", {},
               tag("wp:inline", {{"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}},
                   tag("wp:extent", {{"cx", emus(picture.width)}, {"cy", emus(picture.height)}}) +
                       tag("wp:docPr", {{"id", std::to_string(id)}, {"name", name}, {"descr", alt}}) +
                       tag("wp:cNvGraphicFramePr") + graphic));
}

}  // namespace rapporteur
