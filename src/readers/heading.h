#pragma once

#include <string_view>

#include "readers/draft.h"

namespace rapporteur {

/// Finds the headings among the drafts by their form (bold, capitals, numbering, short lines that stand above text),
/// splits pieces that an export glued together, makes lists of numbered short lines, and gives every heading its level.
void find_headings(Drafts& drafts, bool lines_are_paragraphs, std::string_view language);

/// True for text that running prose could be: long, or a sentence.
bool is_body(const Draft& draft);

/// True for a document symbol and nothing more ("MC/2353", "ESA/P/WP.237").
bool is_symbol(std::string_view text);

/// True for a heading set plainly: neither marked by the format nor in bold, capitals or numbered.
bool is_plain_heading(const Draft& draft);

}  // namespace rapporteur
