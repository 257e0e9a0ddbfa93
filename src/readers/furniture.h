#pragma once

#include <vector>

#include "readers/draft.h"
#include "readers/marks.h"

namespace rapporteur {

/// Takes running heads and feet and page numbers out of the lines of a text file and says which they were. They show by
/// standing at the edge of pages (form feeds) again and again, or by a page number that counts up.
/// The first page keeps its running head: there it names the body or the symbol.
std::vector<RawLine> without_furniture(const std::vector<RawLine>& lines, std::vector<LeftOut>& left_out);

/// The number of a line that is a page number and nothing more ("- 3 -", "Page 2 of 10", "7"); -1 for every other line.
int page_number_of(std::string_view line);

/// The line with every number as "#": what running heads of different pages have in common.
std::string without_numbers(std::string_view line);

}  // namespace rapporteur
