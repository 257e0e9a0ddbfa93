#pragma once

#include <vector>

#include "layout/strip.h"
#include "layout/style.h"

namespace rapporteur {

/// Sets closer what stands from one new page to the next, where that saves a last page with next to nothing on it:
/// each strip gives up to its `give`, all in the same proportion and no more than is needed.
void close_up(std::vector<Strip>& strips, const Style& style);

}  // namespace rapporteur
