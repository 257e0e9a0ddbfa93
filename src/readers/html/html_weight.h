#pragma once

#include <cstddef>
#include <vector>

#include "readers/html/html_tree.h"

namespace rapporteur {

/// What a node and all inside it hold.
struct HtmlWeight {
    std::size_t text = 0;    // bytes of words
    std::size_t linked = 0;  // of these, in links
    std::size_t links = 0;
    std::size_t papers = 0;  // links to documents (PDF, Word …)
    std::size_t controls = 0;
    std::size_t headings = 0;
    std::size_t blocks = 0;  // elements on lines of their own

    std::size_t plain() const { return text - linked; }
    /// Nearly all of it is links.
    bool is_linked() const { return text > 0 && linked * 5 >= text * 4; }
    /// Half of it or more is links.
    bool is_half_linked() const { return text > 0 && linked * 2 >= text; }
};

/// The weight of every node, in one pass.
std::vector<HtmlWeight> weigh(const HtmlTree& tree);

}  // namespace rapporteur
