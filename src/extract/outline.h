#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/document.h"

namespace rapporteur {

/// A stretch of blocks under one heading, with all that stands below it. The first section of an outline is the
/// document.
struct Section {
    std::optional<std::size_t> heading;  // the heading's block; none for the document
    int level = 0;                       // of the heading; 0 for the document
    std::string title;                   // the heading's text
    std::vector<std::string> path;       // titles of the headings above and its own, the outermost first
    std::size_t parent = 0;              // place in Outline::sections; 0 for the document itself
    std::size_t first = 0, last = 0;     // blocks [first, last), the heading's included, subsections too
    bool annex = false;                  // an annex or in one
};

/// Where one block stands.
struct BlockContext {
    std::size_t section = 0;  // the innermost section, place in Outline::sections
    std::string paragraph;    // printed number of the paragraph that governs it: "29", "3(a)"; empty where none
    std::optional<std::size_t> lead_in;  // the block that introduces this list item or numbered point
    bool front = false;                  // belongs to the title block on the document's face
    bool annex = false;
};

/// The document's shape: its sections in order and the context of every block.
struct Outline {
    std::vector<Section> sections;
    std::vector<BlockContext> blocks;  // one for every block of the document
};

/// Works out sections, the printed number that governs each block, and what introduces each list. Linear in the blocks.
Outline make_outline(const Document& document);

/// The path of headings above a block (with the heading itself left out where the block is one).
std::vector<std::string> headings_above(const Document& document, const Outline& outline, std::size_t block);

}  // namespace rapporteur
