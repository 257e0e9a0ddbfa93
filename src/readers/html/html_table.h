#pragma once

#include <cstddef>
#include <map>
#include <set>

#include "readers/html/html_main_content.h"
#include "readers/html/html_tree.h"

namespace rapporteur {

/// What a table of a page is: data in rows and columns, or only a way to lay the page out.
struct HtmlTable {
    bool data = false;
    std::set<std::size_t> header_rows;  // nodes
    std::size_t caption_row = 0;        // a first row across all columns, which names the table; 0 where none does
};

/// Looks at the rows and cells of a table, not at those of tables inside it.
HtmlTable table_at(const HtmlTree& tree, std::size_t table, const HtmlLeftOut& left_out);

/// How many columns or rows a cell spans ("colspan", "rowspan"): 1 to 1000.
int span_of(const HtmlTree& tree, std::size_t cell, std::string_view attribute);

}  // namespace rapporteur
