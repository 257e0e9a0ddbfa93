#pragma once

#include "assemble/body_sentences.h"
#include "assemble/briefing.h"
#include "assemble/scope.h"

namespace rapporteur {

/// The sentences that tell most of a pack's documents, ranked once for all lengths of its summary.
class MainPoints {
public:
    MainPoints(const Library& library, const Scope& scope);

    /// At most `most` of them, shared out among the documents by their length and in the order of the text; none that
    /// holds, or stands in, one of the texts `shown` elsewhere.
    std::vector<Quotation> choose(std::size_t most, const std::vector<std::string_view>& shown) const;

private:
    struct Ranked {
        const Document* document = nullptr;
        Outline outline;
        std::vector<BodySentence> sentences;  // the weightiest first
    };

    const Library& library_;
    std::vector<Ranked> documents_;
};

}  // namespace rapporteur
