#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assemble/briefing.h"

namespace rapporteur {

/// Keys of 16 hexadecimal digits that name the items of a meeting in every edition of its pack: they follow from the
/// meeting's name, the item's number and its title, whatever else the papers say of it. Items that are alike in all of
/// these differ by their order.
std::vector<std::string> item_keys(std::string_view meeting, const std::vector<ItemSheet>& sheets);

}  // namespace rapporteur
