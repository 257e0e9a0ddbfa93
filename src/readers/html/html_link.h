#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

/// Where a link of a page leads: against the page's base address where there is one (RFC 3986, section 5.2), else as it
/// stands. Empty for what leads to no document: places within the page, scripts, data, local files.
std::string resolve_link(std::string_view base, std::string_view href);

/// True where a link leads to a document of its own (PDF, Word and the like) rather than to a page.
bool is_paper_link(std::string_view href);

}  // namespace rapporteur
