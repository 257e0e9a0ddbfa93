#include "model/source_maker.h"

namespace rapporteur {

Source SourceMaker::source(const Block& block, Range range, std::string paragraph,
                           std::vector<std::string> heading) const {
    Source out;
    out.document = document_.id();
    out.page = page_at(block, range.begin);
    out.paragraph = std::move(paragraph);
    out.heading = std::move(heading);
    out.range = range;
    out.start = index_.at_byte(range.begin);
    out.end = index_.at_byte(range.end);
    out.line = block.line;
    for (const LineBox& line : block.lines) {
        if (line.range.overlaps(range)) out.boxes.push_back(line.box);
    }
    return out;
}

}  // namespace rapporteur
