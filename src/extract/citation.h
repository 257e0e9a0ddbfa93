#pragma once

#include <string>
#include <vector>

#include "extract/outline.h"
#include "model/source_maker.h"

namespace rapporteur {

/// Makes the sources of records from blocks: printed number and headings come from the outline.
class BlockCitation {
public:
    BlockCitation(const Document& document, const Outline& outline)
        : document_(document), outline_(outline), sources_(document) {}

    /// The source of a stretch of one block.
    Source source(std::size_t block, const Range& range) const {
        return sources_.source(document_.blocks[block], range, outline_.blocks[block].paragraph,
                               headings_above(document_, outline_, block));
    }

private:
    const Document& document_;
    const Outline& outline_;
    SourceMaker sources_;
};

}  // namespace rapporteur
