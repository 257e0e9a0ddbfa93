#pragma once

#include <string_view>

#include "readers/draft.h"
#include "readers/reader.h"

namespace rapporteur {

/// Reads a page (UTF-8 text): its main content as blocks, tables of data as tables, links with their addresses. What is
/// left out (menus, footers, notices, hidden parts) is said with its reason. The page's title is a title heading where
/// the content has no heading of the first level.
Reading read_html(std::string_view html, Tracked tracked);

/// Reads markup that stands inside another text, all of it but what is hidden; links stay as they are.
Reading read_html_piece(std::string_view html);

}  // namespace rapporteur
