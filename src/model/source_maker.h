#pragma once

#include "model/record.h"
#include "support/text.h"

namespace rapporteur {

/// Makes the sources of one document's records: page, code points, line and boxes of any stretch of its healed text.
class SourceMaker {
public:
    explicit SourceMaker(const Document& document) : document_(document), index_(document.text) {}

    /// The source of `range`, a stretch of `block`. `paragraph` is the printed number, `heading` the path of headings
    /// above.
    Source source(const Block& block, Range range, std::string paragraph, std::vector<std::string> heading) const;

private:
    const Document& document_;
    CodePointIndex index_;
};

}  // namespace rapporteur
