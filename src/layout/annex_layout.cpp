#include "layout/annex_layout.h"

#include <algorithm>

#include "layout/path.h"

namespace rapporteur {
namespace {

/// How a sheet is fitted into the frame: upright, in the middle of its width, never enlarged.
struct Fit {
    double x = 0, y = 0, scale = 1;
    bool lying = false;  // the pack's own sheet lies on its side

    Fit(const SourceSheet& sheet, const Style& style) : x(style.annex.x), y(style.annex.y) {
        constexpr double least_upright = 0.9;  // of a wide page's size; where less is left the pack's sheet lies, too
        if (sheet.width <= 0 || sheet.height <= 0) return;
        double width = style.annex.width, height = style.annex.height;
        lying = sheet.width > sheet.height && width < sheet.width * least_upright;
        if (lying) {
            const double longer = style.page.height - style.page.width;
            width += longer;
            height -= longer;
        }
        scale = std::min({width / sheet.width, height / sheet.height, 1.0});
        x += (width - sheet.width * scale) / 2;
    }

    PageRect operator()(const PageRect& area) const {
        return {x + area.x0 * scale, y + area.y0 * scale, x + area.x1 * scale, y + area.y1 * scale};
    }
};

class SheetLayout {
public:
    SheetLayout(const Annex& annex, Typesetter& typesetter)
        : annex_(annex), typesetter_(typesetter), style_(typesetter.style()) {}

    Strip lay(const SourceSheet& sheet, std::size_t number) {
        Strip strip;
        strip.new_page = true;
        const Fit fit(sheet, style_);
        const PageRect area = fit({0, 0, sheet.width, sheet.height});
        strip.items.emplace_back(AnchorItem{sheet.anchor, area.x0, area.y0});
        draw(sheet, area, number, strip);
        for (const CitedArea& cited : sheet.cited) mark(cited, fit, area, strip);
        for (const SheetLink& link : sheet.links)
            strip.items.emplace_back(
                LinkItem{on_sheet(fit(link.area), area), link.target, "", typesetter_.add_element("Link", section())});
        shift(strip, 0, -style_.page.top);
        strip.height = style_.body_height();
        return strip;
    }

private:
    int section() {
        if (section_ < 0) section_ = typesetter_.add_element("Div", -1);
        return section_;
    }

    /// A screen reader gets the page's words as one paragraph; a page without words is a figure with a description.
    void draw(const SourceSheet& sheet, const PageRect& area, std::size_t number, Strip& strip) {
        if (sheet.missing.empty()) {
            const int element = typesetter_.add_element(sheet.text.empty() ? "Figure" : "P", section());
            if (sheet.text.empty()) typesetter_.element(element).alt = sheet.alt;
            strip.items.emplace_back(SheetItem{area, annex_.source, static_cast<int>(number), sheet.text, element});
        } else {
            TextSetting setting{{style_.grid.text_x, style_.grid.text_width}};
            setting.parent = section();
            double y = style_.page.top;
            for (Strip& line : typesetter_.text({TextRun{sheet.missing}}, "own", setting)) {
                shift(line, 0, y);
                std::move(line.items.begin(), line.items.end(), std::back_inserter(strip.items));
                y += line.height;
            }
        }
        PathItem frame = rectangle(area);
        frame.stroked = true;
        frame.stroke = style_.colour("rule");
        frame.width = style_.rule.light;
        strip.items.push_back(std::move(frame));
    }

    void mark(const CitedArea& cited, const Fit& fit, const PageRect& sheet, Strip& strip) {
        PageRect area = fit(cited.area);
        area.x1 = std::max(area.x0 - style_.annex.mark_gap, sheet.x0 + style_.annex.mark_width);
        area.x0 = area.x1 - style_.annex.mark_width;
        strip.items.emplace_back(AnchorItem{cited.place, area.x0, area.y0});
        strip.items.emplace_back(filled_rectangle(on_sheet(area, sheet), style_.colour("accent")));
    }

    /// Where something is put so that it lies over its place on the sheet: pages that run from right to left are
    /// mirrored in the end, what a sheet shows is not.
    PageRect on_sheet(const PageRect& area, const PageRect& sheet) const {
        if (!typesetter_.right_to_left()) return area;
        const double sides = sheet.x0 + sheet.x1;
        return {sides - area.x1, area.y0, sides - area.x0, area.y1};
    }

    const Annex& annex_;
    Typesetter& typesetter_;
    const Style& style_;
    int section_ = -1;
};

std::string with_number(std::string words, std::string_view name, std::size_t number) {
    const std::string tag = "{" + std::string(name) + "}";
    if (const std::size_t at = words.find(tag); at != std::string::npos)
        words.replace(at, tag.size(), std::to_string(number));
    return words;
}

}  // namespace

std::vector<Strip> lay_sheets(const Annex& annex, Flow& flow, Typesetter& typesetter) {
    SheetLayout layout(annex, typesetter);
    std::vector<Strip> strips;
    for (std::size_t i = 0; i < annex.sheets.size(); ++i) {
        strips.push_back(layout.lay(annex.sheets[i], i));
        strips.back().stamp = static_cast<int>(flow.stamps.size());
        const std::string words = with_number(annex.stamp, "page", i + 1);
        flow.stamps.push_back({annex.name, with_number(words, "pages", annex.sheets.size()),
                               Fit(annex.sheets[i], typesetter.style()).lying});
    }
    return strips;
}

void mark_cited(const std::vector<std::string>& places, double x, const Style& style, std::vector<Strip>& strips) {
    if (places.empty() || strips.empty()) return;
    for (const std::string& place : places) strips.front().items.emplace_back(AnchorItem{place, x, 0});
    const double right = x - style.annex.mark_gap;
    for (Strip& strip : strips)
        strip.items.emplace_back(
            filled_rectangle({right - style.annex.mark_width, 0, right, strip.height}, style.colour("accent")));
}

}  // namespace rapporteur
