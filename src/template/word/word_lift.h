#pragma once

#include <string>

#include "template/word/word_node.h"
#include "template/word/word_tag.h"

namespace rapporteur {

/// Moves the tags of sections that hold more than words to where they can stand without breaking the file: before and
/// behind whole paragraphs and table rows. Paragraphs and rows that hold nothing but such tags go. Sections that begin
/// and end at places that do not match go to `problems`, and are left out.
void lift_sections(WordNode& root, const std::string& file, WordTags& tags, Diagnostics& problems);

}  // namespace rapporteur
