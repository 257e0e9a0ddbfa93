#pragma once

#include "layout/page.h"

namespace rapporteur {

/// A closed path around an area, neither filled nor stroked yet.
PathItem rectangle(const PageRect& area);

/// A filled area without outline.
PathItem filled_rectangle(const PageRect& area, Colour fill);

/// A straight stroke.
PathItem rule_line(double x0, double y0, double x1, double y1, double width, Colour stroke);

/// Puts an item where it stands on a sheet of that width that is seen in a mirror; its letters stay as they are.
void mirror(PageItem& item, double width);

/// A circle around a point, neither filled nor stroked yet.
PathItem circle(double x, double y, double radius);

/// Moves an item of any kind.
void move_by(PageItem& item, double dx, double dy);

}  // namespace rapporteur
