#pragma once

#include <string>

#include "layout/pack.h"
#include "layout/page.h"

namespace rapporteur {

/// The text form of a pack: one line a block, paragraph or cell, nested by indentation; for `inspect --pack` and
/// goldens.
std::string dump(const Pack& pack);

/// The text form of laid-out pages: one line an item, lengths in points to two decimals; for `inspect --pages` and
/// goldens.
std::string dump(const Pages& pages);

}  // namespace rapporteur
