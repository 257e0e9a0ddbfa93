#pragma once

#include <cstddef>
#include <map>
#include <string_view>

#include "readers/html/html_note.h"
#include "readers/html/html_tree.h"

namespace rapporteur {

/// Parts of a page that are no part of the document, by the node at their top, and why each is left out. Parts that
/// hold no text of their own (scripts, pictures, fields) have no reason.
using HtmlLeftOut = std::map<std::size_t, std::string_view>;

/// Tells the document from the page around it: by the elements and roles that say so, by the names that pages give to
/// their menus, foots and banners, and by how much of a part is links. A heading outside the main part stays, and the
/// lines of date and place under it.
HtmlLeftOut find_left_out(const HtmlTree& tree, const HtmlNotes& notes);

/// What is left out of any page: hidden parts and what is no text.
HtmlLeftOut find_hidden(const HtmlTree& tree);

}  // namespace rapporteur
