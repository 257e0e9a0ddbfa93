#pragma once

#include <string_view>

namespace rapporteur {

/// True where a text, given in lower case, begins as a page or a piece of one does. Markdown may begin with elements of
/// HTML: a file whose name says that it is Markdown is a page only where it is a whole one.
bool is_html(std::string_view low, bool called_markdown);

}  // namespace rapporteur
