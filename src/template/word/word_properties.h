#pragma once

#include <string>

#include "template/tag_lint.h"
#include "template/word/word_node.h"

namespace rapporteur {

/// Finds the tags in the texts of a part that is no document, such as properties, and puts the part down as prepared
/// text.
std::string prepare_plain_part(const WordNode& root, const std::string& place, TagSource& source,
                               Diagnostics& problems);

/// docProps/core.xml (ECMA-376-2, 11) as prepared text: what the house says of its template stays, but for who touched
/// it last and when; title and dates are the pack's, where the title has no tags of its own. `root` is null where the
/// template has no such part.
std::string prepare_core_properties(const WordNode* root, const std::string& place, TagSource& source,
                                    Diagnostics& problems);

}  // namespace rapporteur
