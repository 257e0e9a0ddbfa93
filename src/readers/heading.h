#pragma once

#include <string_view>

#include "readers/draft.h"

namespace rapporteur {

/// What the reader knows of the document that tells headings.
struct HeadingHints {
    bool lines_are_paragraphs = false;
    double body_size = 0;  // points, 0 where unknown
    std::string_view language;
};

/// Finds the headings among the drafts by their form (bold, capitals, numbering, short lines that stand above text),
/// splits pieces that an export glued together, makes lists of numbered short lines, and gives every heading its level.
void find_headings(Drafts& drafts, const HeadingHints& hints);

/// True for text that running prose could be: long, or a sentence.
bool is_body(const Draft& draft);

/// True for a document symbol and nothing more ("MC/2353", "ESA/P/WP.237").
bool is_symbol(std::string_view text);

/// True for a heading set plainly: neither marked by the format nor in bold, capitals or numbered.
bool is_plain_heading(const Draft& draft);

}  // namespace rapporteur
