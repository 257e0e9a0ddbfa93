#pragma once

#include <cstddef>
#include <string_view>

#include "readers/html/html_tree.h"

namespace rapporteur {

/// Parts that pages have beside their document.
enum class PagePart { none, navigation, footer, header, aside, sharing, notice, pages, hidden };

/// What a part is by its element, its role, and the names in its class and id ("site-footer", "mainMenu").
PagePart part_of(const HtmlTree& tree, std::size_t node);

/// True where class or id hold that word, as words stand in "day-title" or "dayTitle".
bool is_named(const HtmlTree& tree, std::size_t node, std::string_view word);

/// True where the page says that nobody sees the element.
bool is_hidden(const HtmlTree& tree, std::size_t node);

/// Why such a part is left out, as `inspect` prints it.
std::string_view reason_of(PagePart part);

}  // namespace rapporteur
