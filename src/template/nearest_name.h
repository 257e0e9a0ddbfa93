#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// The name that differs least from `name`, where it differs by no more than two or a third of its letters; else empty.
std::string nearest_name(std::string_view name, const std::vector<std::string>& names);

}  // namespace rapporteur
