#pragma once

#include <vector>

#include "assemble/body_sentences.h"

namespace rapporteur {

/// A statement that was found in the text: it weighs for the sentence that it stands in.
struct WeighedRange {
    Range range;        // bytes of the document's text
    double weight = 0;  // 0 to 1
};

/// The sentences that tell most of a document, the weightiest first: chosen by how much they share with the rest of it
/// (the centroid of Radev et al., 2004), by section, place, the words that announce a result, the statements in them,
/// and by how little they repeat of those chosen already (Carbonell and Goldstein, 1998). Sentences that cannot stand
/// alone come last. Linear in the text.
std::vector<BodySentence> key_sentences(const Document& document, const Outline& outline,
                                        const std::vector<WeighedRange>& statements, std::size_t most);

}  // namespace rapporteur
