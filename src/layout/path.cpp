#include "layout/path.h"

namespace rapporteur {
namespace {

void move_area(PageRect& area, double dx, double dy) {
    area.x0 += dx;
    area.x1 += dx;
    area.y0 += dy;
    area.y1 += dy;
}

struct Mover {
    double dx, dy;

    void operator()(TextItem& item) const {
        item.x += dx;
        item.baseline += dy;
    }
    void operator()(PathItem& item) const {
        for (PathItem::Point& point : item.points) {
            point.x += dx;
            point.y += dy;
        }
    }
    void operator()(LinkItem& item) const { move_area(item.area, dx, dy); }
    void operator()(FieldItem& item) const {
        move_area(item.area, dx, dy);
        for (TextItem& text : item.shown) (*this)(text);
    }
    void operator()(SheetItem& item) const { move_area(item.area, dx, dy); }
    void operator()(PictureItem& item) const { move_area(item.area, dx, dy); }
    void operator()(AnchorItem& item) const {
        item.x += dx;
        item.y += dy;
    }
};

void mirror_area(PageRect& area, double width) {
    const double left = width - area.x1;
    area.x1 = width - area.x0;
    area.x0 = left;
}

/// Where links lead to stays at the left: viewers show from there on to the right.
struct Mirror {
    double width;

    void operator()(TextItem& item) const { item.x = width - item.x - item.width; }
    void operator()(PathItem& item) const {
        for (PathItem::Point& point : item.points) point.x = width - point.x;
    }
    void operator()(LinkItem& item) const { mirror_area(item.area, width); }
    void operator()(FieldItem& item) const {
        mirror_area(item.area, width);
        for (TextItem& text : item.shown) (*this)(text);
    }
    void operator()(SheetItem& item) const { mirror_area(item.area, width); }
    void operator()(PictureItem& item) const { mirror_area(item.area, width); }
    void operator()(AnchorItem&) const {}
};

}  // namespace

PathItem rectangle(const PageRect& area) {
    PathItem path;
    path.points = {{area.x0, area.y0}, {area.x1, area.y0}, {area.x1, area.y1}, {area.x0, area.y1}};
    path.closed = true;
    return path;
}

PathItem filled_rectangle(const PageRect& area, Colour fill) {
    PathItem path = rectangle(area);
    path.filled = true;
    path.fill = fill;
    return path;
}

PathItem rule_line(double x0, double y0, double x1, double y1, double width, Colour stroke) {
    PathItem path;
    path.points = {{x0, y0}, {x1, y1}};
    path.stroked = true;
    path.width = width;
    path.stroke = stroke;
    return path;
}

void mirror(PageItem& item, double width) { std::visit(Mirror{width}, item); }

PathItem circle(double x, double y, double radius) {
    constexpr double kRound = 0.5522847498;  // how far a quarter's guides lie from its ends, as a share of the radius
    const double r = radius, g = radius * kRound;
    PathItem path;
    path.curved = path.closed = true;
    path.points = {{x + r, y},     {x + r, y + g}, {x + g, y + r}, {x, y + r},     {x - g, y + r},
                   {x - r, y + g}, {x - r, y},     {x - r, y - g}, {x - g, y - r}, {x, y - r},
                   {x + g, y - r}, {x + r, y - g}, {x + r, y}};
    return path;
}

void move_by(PageItem& item, double dx, double dy) { std::visit(Mover{dx, dy}, item); }

}  // namespace rapporteur
