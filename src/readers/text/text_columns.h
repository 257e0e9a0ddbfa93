#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "readers/markdown/pipe_table.h"
#include "readers/marks.h"

namespace rapporteur {

/// The table that starts at line `at` with columns set apart by spaces alone, or nothing: three rows or more over which
/// the same columns of the paper stay white. Rows under a line of dashes follow a header; a row that begins in a later
/// column goes on in the cells above it. Numbered lines, times with their items and pairs with a colon are no table.
std::optional<TextTable> read_columns(const std::vector<Line>& lines, std::size_t at, std::string_view language);

}  // namespace rapporteur
