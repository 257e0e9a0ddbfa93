#include <algorithm>
#include <string>

#include "layout/figure_layout.h"
#include "layout/path.h"

namespace rapporteur {
namespace {

constexpr int kStrong = 3;  // and above: filled
constexpr std::size_t kLabelLines = 3;
constexpr std::string_view kLabelRole = "table-own", kNumberRole = "small", kStrongRole = "table-head",
                           kTotalRole = "row-label";

class BarsLayout {
public:
    BarsLayout(const Bars& bars, Region region, int element, Typesetter& typesetter)
        : bars_(bars), region_(region), element_(element), typesetter_(typesetter), style_(typesetter.style()) {
        for (const Bars::Row& row : bars.rows) most_ = std::max(most_, row.units.size());
        start_ = region.x +
                 std::max(style_.grid.text_x - style_.grid.label_x, style_.bars.label_width + style_.bars.total_gap);
        const double room =
            region.x + region.width - start_ - style_.bars.total_gap - typesetter.width("0000", kTotalRole);
        const double cell = style_.bars.unit_width + style_.bars.unit_gap;
        to_scale_ = static_cast<double>(most_) > style_.bars.most_units || cell * static_cast<double>(most_) > room;
        scale_ = most_ > 0 ? room / static_cast<double>(most_) : 0;
    }

    std::vector<Strip> lay() {
        std::vector<Strip> strips;
        for (const Bars::Row& row : bars_.rows) {
            Strip strip = lay_label(row.label);
            const double top = (style_.role(kLabelRole).leading - style_.bars.unit_height) / 2;
            const double end = to_scale_ ? add_bar(strip, row, top) : add_units(strip, row, top);
            add_text(strip, std::to_string(row.units.size()), kTotalRole, end + style_.bars.total_gap, top, element_);
            strip.before = strips.empty() ? std::max(0.0, -top) : 0;
            strips.push_back(std::move(strip));
        }
        return strips;
    }

private:
    Strip lay_label(const std::string& label) {
        TextSetting setting{{region_.x, style_.bars.label_width}};
        setting.parent = element_;
        setting.bare = true;
        std::vector<Strip> lines = typesetter_.text({TextRun{label}}, kLabelRole, setting);
        if (lines.size() > kLabelLines) lines = typesetter_.text({TextRun{shortened(label)}}, kLabelRole, setting);
        Strip strip;
        for (Strip& line : lines) {
            shift(line, 0, strip.height);
            strip.height += line.height;
            for (PageItem& item : line.items) strip.items.push_back(std::move(item));
        }
        const double between = style_.bars.pitch - style_.role(kLabelRole).leading;
        strip.height = std::max(strip.height, style_.role(kLabelRole).leading) + between;
        return strip;
    }

    /// As many words as fit on the lines that a label may have.
    std::string shortened(const std::string& label) {
        std::string text = label;
        while (typesetter_.count_lines(text + " …", kLabelRole, style_.bars.label_width) > kLabelLines) {
            const std::size_t space = text.rfind(' ');
            if (space == std::string::npos) break;
            text.resize(space);
        }
        return text + " …";
    }

    PathItem box(double x0, double top, double x1, bool strong, bool rated) const {
        const double inset = style_.bars.outline / 2, bottom = top + style_.bars.unit_height;
        PathItem path = rectangle({x0 + inset, top + inset, x1 - inset, bottom - inset});
        path.filled = strong;
        path.stroked = true;
        path.fill = path.stroke = style_.colour("accent");
        path.width = style_.bars.outline;
        path.dash_on = path.dash_off = rated ? 0 : 2 * style_.bars.outline;
        path.element = element_;
        return path;
    }

    double add_units(Strip& strip, const Bars::Row& row, double top) {
        double x = start_;
        for (const BarUnit& unit : row.units) {
            const bool strong = unit.strength >= kStrong;
            const double end = x + style_.bars.unit_width;
            strip.items.emplace_back(box(x, top, end, strong, unit.strength > 0));
            const int element = unit.target.empty() ? element_ : typesetter_.add_element("Link", element_);
            const std::string_view role = strong ? kStrongRole : kNumberRole;
            const double width = typesetter_.width(unit.number, role);
            add_text(strip, unit.number, role, (x + end - width) / 2, top, element, strong);
            if (!unit.target.empty())
                strip.items.emplace_back(
                    LinkItem{{x, top, end, top + style_.bars.unit_height}, unit.target, unit.number, element});
            x = end + style_.bars.unit_gap;
        }
        return x - style_.bars.unit_gap;
    }

    /// The strong ones filled, then the others.
    double add_bar(Strip& strip, const Bars::Row& row, double top) {
        const auto count = [&](int least, int most) {
            return static_cast<double>(std::count_if(row.units.begin(), row.units.end(), [&](const BarUnit& unit) {
                return unit.strength >= least && unit.strength <= most;
            }));
        };
        double x = start_;
        const auto add = [&](double units, bool strong, bool rated) {
            if (units > 0) strip.items.emplace_back(box(x, top, x + units * scale_, strong, rated));
            x += units * scale_;
        };
        add(count(kStrong, 5), true, true);
        add(count(1, kStrong - 1), false, true);
        add(count(0, 0), false, false);
        return x;
    }

    /// Words in the middle of a unit's height.
    void add_text(Strip& strip, const std::string& text, std::string_view role, double x, double top, int element,
                  bool white = false) {
        constexpr double kFigureHeight = 0.714;  // of the type's size: figures of the faces in use
        const double baseline = top + (style_.bars.unit_height + style_.role(role).size * kFigureHeight) / 2;
        for (PageItem& item : typesetter_.line(text, role, x, element)) {
            move_by(item, 0, baseline);
            if (auto* words = std::get_if<TextItem>(&item); words && white) words->colour = {255, 255, 255};
            strip.items.push_back(std::move(item));
        }
    }

    const Bars& bars_;
    Region region_;
    int element_;
    Typesetter& typesetter_;
    const Style& style_;
    std::size_t most_ = 0;
    double start_ = 0, scale_ = 0;
    bool to_scale_ = false;
};

}  // namespace

std::vector<Strip> lay_bars(const Bars& bars, Region region, int element, Typesetter& typesetter) {
    return BarsLayout(bars, region, element, typesetter).lay();
}

}  // namespace rapporteur
