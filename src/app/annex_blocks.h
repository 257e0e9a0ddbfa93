#pragma once

#include <string>
#include <vector>

#include "layout/pack.h"
#include "model/document.h"

namespace rapporteur {

/// Words of a document that a pack cites.
struct CitedWords {
    std::string place;  // anchor that citations name
    Range range;        // in Document::text
};

/// A document typeset from its text: headings, numbered paragraphs, lists, tables and notes, in its order. What is
/// cited carries its places.
std::vector<PackBlock> typeset_document(const Document& document, const std::vector<CitedWords>& cited);

}  // namespace rapporteur
