#include "layout/figure_layout.h"

#include <cmath>

namespace rapporteur {
namespace {

/// The strips as pictures of at most `tallest` points and about the same height, positions from the region's left edge.
std::vector<FigurePicture> pictures_of(const std::vector<Strip>& strips, Region region, const std::string& alt,
                                       double tallest) {
    std::vector<FigurePicture> pictures;
    const double whole = height_of(strips), even = whole / std::ceil(whole / tallest);
    for (Strip strip : strips) {
        const double height = strip.before + strip.height;
        if (pictures.empty() || pictures.back().height + height > tallest || pictures.back().height >= even)
            pictures.push_back({region.width, 0, {}, alt});
        FigurePicture& picture = pictures.back();
        shift(strip, -region.x, picture.height + strip.before);
        picture.height += height;
        for (PageItem& item : strip.items) picture.items.push_back(std::move(item));
    }
    return pictures;
}

/// Lays any drawing.
struct Layout {
    Region region;
    int element;
    Typesetter& typesetter;

    std::vector<Strip> operator()(const Timeline& drawing) const {
        return lay_timeline(drawing, region, element, typesetter);
    }
    std::vector<Strip> operator()(const Bars& drawing) const { return lay_bars(drawing, region, element, typesetter); }
    std::vector<Strip> operator()(const SessionStrip& drawing) const {
        return lay_sessions(drawing, region, element, typesetter);
    }
};

}  // namespace

std::vector<Strip> lay_figure(const Figure& figure, Region region, Flow& flow, Typesetter& typesetter) {
    const int element = typesetter.add_element("Figure", -1);
    typesetter.element(element).alt = figure.alt;
    const bool is_timeline = std::holds_alternative<Timeline>(figure.drawing);
    std::vector<Strip> strips = std::visit(Layout{region, element, typesetter}, figure.drawing);
    const Style& style = typesetter.style();
    const double headings = style.role("h1").leading + style.space("h1").after + 4 * style.grid.unit;
    const double tallest = style.body_height() - headings;
    typesetter.add_figure(pictures_of(strips, region, figure.alt, tallest));
    if (strips.empty()) return strips;
    const bool whole = height_of(strips) <= tallest;
    for (std::size_t i = 0; i + 1 < strips.size(); ++i)
        if (whole || i < 3 || i + 4 > strips.size()) strips[i].keep = Keep::hard;
    if (whole || !is_timeline) return strips;
    TableFrame frame;
    frame.head = {strips.front()};
    frame.ruled = false;
    flow.tables.push_back(std::move(frame));
    for (Strip& strip : strips) strip.table = static_cast<int>(flow.tables.size()) - 1;
    return strips;
}

}  // namespace rapporteur
