#pragma once

#include <map>
#include <string>
#include <vector>

#include "template/word/word_node.h"
#include "template/word/word_tag.h"

namespace rapporteur {

/// A tag in a paragraph's text: bytes, and its index in the template's tags.
struct PlacedTag {
    std::size_t begin = 0, end = 0;
    int tag = 0;
};

/// Puts the tags of a paragraph's text in: words as prepared tags in the text of their run, all others as nodes between
/// runs, whose first child is the look of the run (w:rPr) that the tag began in. What stands between the pieces of a
/// tag that Word has split stays behind it.
void place_tags(WordNode& paragraph, const std::vector<PlacedTag>& placed, const WordTags& tags);

}  // namespace rapporteur
