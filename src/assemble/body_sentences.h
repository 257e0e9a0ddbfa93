#pragma once

#include <vector>

#include "extract/outline.h"
#include "model/document.h"
#include "model/record.h"

namespace rapporteur {

/// A sentence of the running text: of paragraphs and list items, not of titles, tables, notes, the face or damage.
struct BodySentence {
    std::size_t block = 0;
    Range range;        // bytes of the document's text
    bool whole = true;  // false where a page break or the end of the source cuts it
    bool in_annex = false;
};

/// The sentences of a document in the order of the text, the first `most` of them.
std::vector<BodySentence> body_sentences(const Document& document, const Outline& outline, std::size_t most);

/// The source of a stretch of one block, for its quotation.
Source source_in_block(const Document& document, const Outline& outline, std::size_t block, const Range& range);

}  // namespace rapporteur
