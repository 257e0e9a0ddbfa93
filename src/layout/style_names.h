#pragma once

#include <span>
#include <string_view>

#include "layout/style.h"

namespace rapporteur {

/// One number of a style file: where it stands there, points a unit, and where it goes.
struct StyleMeasure {
    std::string_view table, key;
    double unit;
    double& (*place)(Style&);
};

/// Every number that a style file has to give.
std::span<const StyleMeasure> style_measures();

/// Colours, spaces and roles that layout asks for by name; each has to be in the style file.
std::span<const std::string_view> style_colours();
std::span<const std::string_view> style_spaces();
std::span<const std::string_view> style_roles();

}  // namespace rapporteur
