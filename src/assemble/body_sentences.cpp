#include "assemble/body_sentences.h"

#include "model/source_maker.h"
#include "support/text.h"

namespace rapporteur {

std::vector<BodySentence> body_sentences(const Document& document, const Outline& outline, std::size_t most) {
    std::vector<BodySentence> found;
    for (std::size_t i = 0; i < document.blocks.size() && found.size() < most; ++i) {
        const Block& block = document.blocks[i];
        const bool is_body = block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
        if (!is_body || !block.damaged.empty() || outline.blocks[i].front) continue;
        for (const Range& sentence : sentences(document.text_of(block), document.language)) {
            const Range range{block.range.begin + sentence.begin, block.range.begin + sentence.end};
            const bool cut = (block.cut_before && range.begin == block.range.begin) ||
                             (block.cut_after && range.end == block.range.end);
            found.push_back({i, range, !cut, outline.blocks[i].annex});
        }
    }
    return found;
}

Source source_in_block(const Document& document, const Outline& outline, std::size_t block, const Range& range) {
    return SourceMaker(document).source(document.blocks[block], range, outline.blocks[block].paragraph,
                                        headings_above(document, outline, block));
}

}  // namespace rapporteur
